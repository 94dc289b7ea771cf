import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { isIsoDate } from '../../../kernel/dates.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { uuid } from '../contract.ts'
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
