import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { type IsoDate, lastDayReached } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import {
  AREA_KEYS,
  areaClassIn,
  type Borders,
  bordersField,
  bordersOn,
  COMMUNE_KINDS,
  getPlaces,
  heldAreas,
  holdsOn,
  listPlaces,
  reachOf,
  wholeIn,
} from '../../agencies/index.ts'
import { getItem, getPlan, levelOfScope, type PlaceLevel } from '../../plans/index.ts'
import { amountPerPlace, isNamed, placeCounted } from '../by-place.ts'
import { uuid } from '../contract.ts'

const KINDS = { commune: COMMUNE_KINDS, village: ['village'] } as const

/**
 * How far an item of a plan has come commune by commune, or village by village where its target says so: which have reached it, which have
 * begun, which have none; of those that hold a class where the target or the reader names one, and of those that the item names where it
 * names any. Places and classes are those of the last day of the plan's year or, where the borders of today are asked for, of today.
 */
export const byPlace = query({
  name: 'activities.by-place',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ itemId: uuid, class: z.enum([...AREA_KEYS, 'all']).optional(), borders: bordersField }),
  run: async ({ db, today }, { itemId, class: asked, borders: wantedBorders }) => {
    const item = await getItem(db, itemId)
    const { year } = await getPlan(db, item.planId)
    const on = wantedBorders === 'now' ? today : lastDayReached(year, today)
    const borders = await bordersOn(db, on)
    const level = levelOfScope(item.target?.per ?? null) ?? 'commune'
    const ofTarget = areaClassIn(item.target?.per ?? '')
    const wanted = asked === 'all' ? null : (asked ?? ofTarget)
    const holds = wanted ? holdsOn(await heldAreas(db), wanted, on) : () => true
    const named = await getPlaces(db, item.places ?? [])
    const places = (await listPlaces(db, { kinds: KINDS[level], on })).filter(
      place => holds(place) && (named.length === 0 || isNamed(named, place)),
    )
    const unit = item.target?.unit ?? null
    const work = await placedWork(db, itemId, { level, borders, on })
    const done = amountPerPlace(work, unit)
    const amounts = new Map([...done].map(([id, one]) => [id, one.amount]))
    const least = item.target?.min ?? 1
    const standing = reachOf(
      places.map(one => one.id),
      amounts,
      least,
    )
    const standings = new Map(STANDINGS.flatMap(one => standing[one].map(id => [id, one] as const)))
    const { id, title, planId, programmeId, clausePath, position } = item
    return {
      item: { id, title, planId, programmeId, clausePath, year, position },
      on,
      level,
      /** The class that the target itself names, and the one that is asked for. */
      ofTarget,
      class: wanted,
      least,
      unit,
      named: named.length > 0,
      /** Units in which there was work, and which were split since: it can be told of none of the units of the day. */
      split: [...new Set(work.flatMap(one => one.split))],
      reached: standing.reached.length,
      begun: standing.begun.length,
      none: standing.none.length,
      places: places
        .map(one => ({
          id: one.id,
          name: one.name,
          under: level === 'village' ? one.parentName : null,
          amount: amounts.get(one.id) ?? 0,
          activities: done.get(one.id)?.activities ?? 0,
          standing: standings.get(one.id)!,
        }))
        .toSorted((a, b) => a.amount - b.amount || a.name.localeCompare(b.name, 'vi')),
    }
  },
})

const STANDINGS = ['reached', 'begun', 'none'] as const

type Drawn = { level: PlaceLevel; borders: Borders; on: IsoDate }

/** The activities of an item with the places where they count, as these lie on the day; one that counts nowhere is left out. */
async function placedWork(db: ReadDb, itemId: string, { level, borders, on }: Drawn) {
  // A village that moved to another commune lies where it lay on the day.
  const lay = sql<
    string | null
  >`coalesce((SELECT l.parent_id FROM place_lay l WHERE l.place_id = place.id AND l.until >= ${on}::date
    ORDER BY l.until LIMIT 1), place.parent_id)`.as('parent_id')
  const rows = await db
    .selectFrom('activity_item')
    .innerJoin('activity', 'activity.id', 'activity_item.activity_id')
    .innerJoin('activity_place', 'activity_place.activity_id', 'activity.id')
    .innerJoin('place', 'place.id', 'activity_place.place_id')
    .select(['activity.id', 'count', 'count_unit', 'reach', 'reach_unit'])
    .select(['place.id as place', 'place.kind', 'place.name', lay])
    .where('activity_item.item_id', '=', itemId)
    .where('removed_at', 'is', null)
    .execute()
  return [...Map.groupBy(rows, row => row.id).values()].map(own => {
    const counted = own.map(row => placeCounted(level, { id: row.place, kind: row.kind, parentId: row.parent_id }))
    const drawn = counted.map(place => place && wholeIn(borders, place))
    return {
      amounts: [
        { value: own[0]!.count, unit: own[0]!.count_unit && tidy(own[0]!.count_unit) },
        { value: own[0]!.reach, unit: own[0]!.reach_unit && tidy(own[0]!.reach_unit) },
      ],
      places: [...new Set(drawn.filter(place => place !== null))],
      elsewhere: drawn.includes(null),
      split: own.flatMap((row, at) => (counted[at] !== null && drawn[at] === null ? [row.name] : [])),
    }
  })
}
