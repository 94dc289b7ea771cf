import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { addDays, isIsoDate } from '../../../kernel/dates.ts'
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

/** What a place took the place of, what took its place, and where it lay before, each with the decision or the last day. */
export const placeLine = query({
  name: 'agencies.place-line',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ placeId: uuid }),
  run: async ({ db }, { placeId }) => {
    const successions = db
      .selectFrom('place_succession')
      .innerJoin('place as old', 'old.id', 'place_id')
      .innerJoin('place as next', 'next.id', 'successor_id')
      .select(['old.name', 'old.id', 'next.name as next_name', 'next.id as next_id'])
      .select(['effective_on', 'decision_number', 'decision_date', 'issuer'])
      .where(eb => eb.or([eb('place_id', '=', placeId), eb('successor_id', '=', placeId)]))
      .orderBy(sql`old.name COLLATE "vi-x-icu"`)
    const lay = db
      .selectFrom('place_lay')
      .innerJoin('place', 'place.id', 'place_lay.parent_id')
      .select(['place.name', 'until'])
      .where('place_id', '=', placeId)
      .orderBy('until')
    const found = (await successions.execute()).map(row => ({
      ...row,
      decision: { number: row.decision_number, date: row.decision_date, issuer: row.issuer },
    }))
    return {
      before: found
        .filter(row => row.next_id === placeId)
        .map(({ id, name, effective_on, decision }) => ({ id, name, until: addDays(effective_on, -1), decision })),
      after: found
        .filter(row => row.id === placeId)
        .map(({ next_id, next_name, effective_on, decision }) => ({
          id: next_id,
          name: next_name,
          from: effective_on,
          decision,
        })),
      lay: await lay.execute(),
    }
  },
})
