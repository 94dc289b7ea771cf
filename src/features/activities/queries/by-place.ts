import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { lastDayReached } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { AREA_KEYS, bordersField } from '../../agencies/index.ts'
import { getItem, getPlan, type PlaceStanding, placesOfItems } from '../../plans/index.ts'
import { isoDate, uuid } from '../contract.ts'

/**
 * How far an item of a plan has come place by place: which have reached it, which have begun, which have none. Places and classes are those
 * of the last day of the plan's year or, where the borders of today are asked for, of today; of a report's days those of its last.
 */
export const byPlace = query({
  name: 'activities.by-place',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({
    itemId: uuid,
    class: z.enum([...AREA_KEYS, 'all']).optional(),
    borders: bordersField,
    /** The days that a report tells of. */
    from: isoDate.optional(),
    to: isoDate.optional(),
  }),
  run: async ({ db, today }, { itemId, class: asked, borders, from, to }) => {
    const within = from && to ? { from, to } : null
    const item = await getItem(db, itemId)
    const { year } = await getPlan(db, item.planId)
    const on = borders === 'now' ? today : (within?.to ?? lastDayReached(year, today))
    const { min, unit = null, per = null } = item.target ?? {}
    const [least, named] = [min ?? 1, item.places ?? []]
    const [found] = await placesOfItems(db, [{ itemId, per, least, unit, named }], {
      on,
      ...(within && { within }),
      ...(asked && { asked }),
    })
    const { level, ofTarget, class: wanted, split, places } = found!
    const count = (standing: PlaceStanding) => places.filter(one => one.standing === standing).length
    const { id, title, planId, programmeId, clausePath, position } = item
    return {
      item: { id, title, planId, programmeId, clausePath, year, position },
      on,
      within,
      level,
      ofTarget,
      class: wanted,
      least,
      unit,
      named: named.length > 0,
      split,
      reached: count('reached'),
      begun: count('begun'),
      none: count('none'),
      places,
    }
  },
})
