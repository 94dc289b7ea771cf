import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import {
  type AreaClass,
  areaClassIn,
  type Borders,
  bordersOn,
  COMMUNE_KINDS,
  getPlaces,
  heldAreas,
  holdsOn,
  listPlaces,
  type Place,
  reachOf,
  wholeIn,
} from '../agencies/index.ts'
import { amountPerPlace, isNamed, placeCounted } from './amount-per-place.ts'
import { levelOfScope, type PlaceLevel } from './scope.ts'

/** An item whose target each place has to reach: `per` says of which ones, `named` are those that the item itself names. */
export type PlaceTarget = { itemId: string; per: string | null; least: number; unit: string | null; named: readonly string[] }
/** Places and classes are those of the day `on`; work that lies in `within`, where that is given. `asked`: of another class than the target's. */
export type Reckoned = { on: IsoDate; within?: Bounds; asked?: AreaClass | 'all' }

export const PLACE_STANDINGS = ['reached', 'begun', 'none'] as const
export type PlaceStanding = (typeof PLACE_STANDINGS)[number]
export type StandingPlace = {
  id: string
  name: string
  /** Of a village its commune. */
  under: string | null
  amount: number
  activities: number
  standing: PlaceStanding
}
export type PlacesOfItem = {
  itemId: string
  level: PlaceLevel
  /** The class that the target itself names, and the one that is reckoned with. */
  ofTarget: AreaClass | null
  class: AreaClass | null
  /** Units in which there was work, and which were split since: it can be told of none of the units of the day. */
  split: string[]
  /** Those with the least first. */
  places: StandingPlace[]
}

const KINDS = { commune: COMMUNE_KINDS, village: ['village'] } as const

/**
 * How far items have come commune by commune, or village by village where their target says so: of those that hold a class where the target
 * or the reader names one, and of those that an item names where it names any. The page of an item and the review both ask this.
 */
export async function placesOfItems(db: ReadDb, targets: readonly PlaceTarget[], by: Reckoned): Promise<PlacesOfItem[]> {
  if (targets.length === 0) return []
  const borders = await bordersOn(db, by.on)
  const areas = await heldAreas(db)
  const levels = new Set(targets.map(levelOf))
  const standing = new Map<PlaceLevel, Place[]>()
  for (const level of levels) standing.set(level, await listPlaces(db, { kinds: KINDS[level], on: by.on }))
  const named = new Map(
    (await getPlaces(db, [...new Set(targets.flatMap(one => one.named))])).map(place => [place.id, place] as const),
  )
  const work = await workOf(db, targets, by)
  return targets.map(target => {
    const [level, ofTarget] = [levelOf(target), areaClassIn(target.per ?? '')]
    const wanted = by.asked === 'all' ? null : (by.asked ?? ofTarget)
    const holds = wanted ? holdsOn(areas, wanted, by.on) : () => true
    const own = target.named.map(id => named.get(id)!)
    const places = standing.get(level)!.filter(place => holds(place) && (own.length === 0 || isNamed(own, place)))
    const done = placed(work.get(target.itemId) ?? [], { level, borders })
    return {
      itemId: target.itemId,
      level,
      ofTarget,
      class: wanted,
      split: [...new Set(done.flatMap(one => one.split))],
      places: standingsIn(places, amountPerPlace(done, unitOf(target.unit)), target.least, level),
    }
  })
}

const levelOf = ({ per }: PlaceTarget): PlaceLevel => levelOfScope(per) ?? 'commune'

function standingsIn(
  places: readonly Place[],
  done: ReturnType<typeof amountPerPlace>,
  least: number,
  level: PlaceLevel,
): StandingPlace[] {
  const amounts = new Map([...done].map(([id, one]) => [id, one.amount]))
  const reach = reachOf(
    places.map(one => one.id),
    amounts,
    least,
  )
  const standings = new Map(PLACE_STANDINGS.flatMap(one => reach[one].map(id => [id, one] as const)))
  return places
    .map(one => ({
      id: one.id,
      name: one.name,
      under: level === 'village' ? one.parentName : null,
      amount: amounts.get(one.id) ?? 0,
      activities: done.get(one.id)?.activities ?? 0,
      standing: standings.get(one.id)!,
    }))
    .toSorted((a, b) => a.amount - b.amount || a.name.localeCompare(b.name, 'vi'))
}

/** "Lớp" and "lớp " are one unit. */
const unitOf = (unit: string | null): string | null => unit && tidy(unit).toLocaleLowerCase('vi')

/** The activities of items, each with the places where it was. */
async function workOf(db: ReadDb, targets: readonly PlaceTarget[], { on, within }: Reckoned) {
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
    .select(['item_id', 'activity.id', 'count', 'count_unit', 'reach', 'reach_unit'])
    .select(['place.id as place', 'place.kind', 'place.name', lay])
    .where('item_id', 'in', [...new Set(targets.map(one => one.itemId))])
    .where('removed_at', 'is', null)
    .$if(within !== undefined, work => work.where('held_on', '>=', within!.from).where('held_on', '<=', within!.to))
    .execute()
  return Map.groupBy(rows, row => row.item_id)
}

type WorkRow = Awaited<ReturnType<typeof workOf>> extends Map<string, (infer Row)[]> ? Row : never

/** The activities of one item with the places of the day where they count; one that counts nowhere is left out. */
function placed(rows: readonly WorkRow[], { level, borders }: { level: PlaceLevel; borders: Borders }) {
  return [...Map.groupBy(rows, row => row.id).values()].map(own => {
    const counted = own.map(row => placeCounted(level, { id: row.place, kind: row.kind, parentId: row.parent_id }))
    const drawn = counted.map(place => place && wholeIn(borders, place))
    const [{ count, count_unit, reach, reach_unit }] = own as [WorkRow]
    return {
      amounts: [
        { value: count, unit: unitOf(count_unit) },
        { value: reach, unit: unitOf(reach_unit) },
      ],
      places: [...new Set(drawn.filter(place => place !== null))],
      elsewhere: drawn.includes(null),
      split: own.flatMap((row, at) => (counted[at] !== null && drawn[at] === null ? [row.name] : [])),
    }
  })
}
