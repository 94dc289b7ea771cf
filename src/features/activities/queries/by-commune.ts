import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import { AREA_KEYS, heldAreas, holdersOn, listPlaces, reachOf } from '../../agencies/index.ts'
import { getItem, getPlan } from '../../plans/index.ts'
import { amountPerCommune } from '../by-commune.ts'
import { uuid } from '../contract.ts'

/**
 * How far an item of a plan has come commune by commune: which have reached its target, which have begun, which have none; of those that
 * hold a class where one is named, and of those that the item names where it names any. Communes and classes are those of the last day of
 * the plan's year, or of today.
 */
export const byCommune = query({
  name: 'activities.by-commune',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ itemId: uuid, class: z.enum(AREA_KEYS).optional() }),
  run: async ({ db, today }, { itemId, class: wanted }) => {
    const item = await getItem(db, itemId)
    const { year } = await getPlan(db, item.planId)
    const lastDay = `${year}-12-31`
    const on = lastDay < today ? lastDay : today
    const holders = wanted && new Set(holdersOn(await heldAreas(db), wanted, on))
    const named = item.places?.length ? new Set(item.places) : null
    const communes = (await listPlaces(db, { kinds: ['commune', 'ward', 'special-zone'], on })).filter(
      ({ id }) => (!holders || holders.has(id)) && (!named || named.has(id)),
    )
    const done = amountPerCommune(await placedWork(db, itemId), item.target?.unit ?? null)
    const amounts = new Map([...done].map(([id, one]) => [id, one.amount]))
    const ids = communes.map(one => one.id)
    const least = item.target?.min ?? 1
    const standing = reachOf(ids, amounts, least)
    return {
      item: {
        id: item.id,
        title: item.title,
        planId: item.planId,
        programmeId: item.programmeId,
        clausePath: item.clausePath,
        year,
        position: item.position,
      },
      on,
      least,
      unit: item.target?.unit ?? null,
      named: named !== null,
      reached: standing.reached.length,
      begun: standing.begun.length,
      none: standing.none.length,
      communes: communes
        .map(({ id, name }) => ({
          id,
          name,
          amount: amounts.get(id) ?? 0,
          activities: done.get(id)?.activities ?? 0,
          standing: standing.reached.includes(id)
            ? ('reached' as const)
            : standing.none.includes(id)
              ? ('none' as const)
              : ('begun' as const),
        }))
        .toSorted((a, b) => a.amount - b.amount || a.name.localeCompare(b.name, 'vi')),
    }
  },
})

/** The activities of an item with the communes where they were; of a village its commune. */
async function placedWork(db: ReadDb, itemId: string) {
  const rows = await db
    .selectFrom('activity_item')
    .innerJoin('activity', 'activity.id', 'activity_item.activity_id')
    .innerJoin('activity_place', 'activity_place.activity_id', 'activity.id')
    .innerJoin('place', 'place.id', 'activity_place.place_id')
    .select(['activity.id', 'count', 'count_unit', 'reach', 'reach_unit', 'place.id as place', 'place.kind', 'place.parent_id'])
    .where('activity_item.item_id', '=', itemId)
    .where('removed_at', 'is', null)
    .execute()
  return [...Map.groupBy(rows, row => row.id).values()].map(own => ({
    amounts: [
      { value: own[0]!.count, unit: own[0]!.count_unit && tidy(own[0]!.count_unit) },
      { value: own[0]!.reach, unit: own[0]!.reach_unit && tidy(own[0]!.reach_unit) },
    ],
    communes: [...new Set(own.map(row => (row.kind === 'village' ? row.parent_id! : row.place)))],
  }))
}
