import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { isIsoDate } from '../../../kernel/dates.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { uuid } from '../contract.ts'
import { AREA_KEYS, type AreaClass } from './areas.ts'
import { PLACE_KINDS } from './contract.ts'
import { KEEP_PLACES } from './rules.ts'
import { listPlaces } from './store.ts'

/** Units of administration and villages that stand on a day (today where none is named), found without marks; `ended` adds those that stand no more. */
export const places = query({
  name: 'agencies.places',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({
    kinds: z.array(z.enum(PLACE_KINDS)).min(1).optional(),
    parentId: uuid.optional(),
    on: z.string().refine(isIsoDate, 'field.date').optional(),
    find: z.string().max(200).optional(),
    ended: z.boolean().optional(),
  }),
  run: async ({ db, acting, today }, { kinds, parentId, on, find, ended }) => ({
    places: await listPlaces(db, {
      on: on ?? today,
      ...(kinds && { kinds }),
      ...(parentId && { parentId }),
      ...(find && { find }),
      ...(ended && { ended }),
    }),
    can: { keep: whyNotPermitted(KEEP_PLACES, acting) === null },
  }),
})

/** The classes that hold on a day (today where none is named), each with its decision; of one class where it is named. */
export const areas = query({
  name: 'agencies.areas',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ class: z.enum(AREA_KEYS).optional(), on: z.string().refine(isIsoDate, 'field.date').optional() }),
  run: async ({ db, today }, { class: wanted, on = today }) => {
    let rows = db
      .selectFrom('area_class')
      .innerJoin('place', 'place.id', 'area_class.place_id')
      .select(['area_class.id', 'area_class.place_id', 'class', 'place.name', 'decision_number', 'decision_date', 'issuer'])
      .select(['area_class.valid_from', 'area_class.valid_to'])
      .where('area_class.valid_from', '<=', on)
      .where(eb => eb.or([eb('area_class.valid_to', 'is', null), eb('area_class.valid_to', '>=', on)]))
    if (wanted) rows = rows.where('class', '=', wanted)
    const found = await rows.orderBy(sql`place.name COLLATE "vi-x-icu"`).orderBy('area_class.id').execute()
    return {
      areas: found.map(row => ({
        id: row.id,
        placeId: row.place_id,
        name: row.name,
        class: row.class as AreaClass,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        decision: { number: row.decision_number, date: row.decision_date, issuer: row.issuer },
      })),
    }
  },
})
