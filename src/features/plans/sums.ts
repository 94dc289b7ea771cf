import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { type IsoDate, lastDayReached } from '../../kernel/dates.ts'
import { sumIn } from './done.ts'
import { placesOfItems } from './place-standing.ts'
import { type ItemSums, NO_WORK } from './progress.ts'
import { isPerPlace } from './scope.ts'

/** Of which items: those of a plan, or some; neither: all of the programme. Without `today` nobody asks how far places have come. */
type Of = ({ planId: string } | { itemIds: readonly string[] } | object) & { today?: IsoDate }

/** Sums by month ('2026-03') and by unit as recorded, as the database keeps them of each item. */
export type KeptWork = { months: unknown; units: unknown }

/**
 * What the activities of items add up to, by item; of one plan, of some items, or of the whole programme.
 * Progress is part of the plan: the table `item_work` is kept by the database as activities are recorded and linked, and read here.
 */
export async function sumsOf(db: ReadDb, programmeId: string, of: Of): Promise<(itemId: string) => ItemSums> {
  let wanted = db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .leftJoin('item_work', 'item_work.item_id', 'plan_item.id')
    .select(['plan_item.id', 'commitment_id', 'target_per', 'plan.year', 'months', 'units'])
    .select(['target_min', 'target_unit', openPlaces])
    .where('plan_item.programme_id', '=', programmeId)
  if ('planId' in of) wanted = wanted.where('plan_id', '=', of.planId)
  if ('itemIds' in of) wanted = wanted.where('plan_item.id', '=', sql<string>`ANY (${[...of.itemIds]}::uuid[])`)
  const items = await wanted.execute()
  const ofTerm = await unitsOfTerm(db, programmeId, items)
  const everywhere = of.today ? await reachedEverywhere(db, items, of.today) : new Set()
  const sums = new Map(
    items.map(item => [item.id, { ...workIn(item.year, item), ...ofTerm(item), everyPlace: everywhere.has(item.id) }]),
  )
  return itemId => sums.get(itemId) ?? NO_WORK
}

/** The sums of one item of a plan of this year; null and null where nothing was ever recorded. */
export function workIn(year: number, { months, units }: KeptWork): ItemSums {
  if (months === null) return NO_WORK
  const byMonth = Object.entries(months as Record<string, number>)
  const ofYear = byMonth.filter(([month]) => month.startsWith(`${year}-`)).map(([month]) => Number(month.slice(5)))
  return {
    activities: byMonth.reduce((sum, [, count]) => sum + count, 0),
    units: units as Record<string, number>,
    months: ofYear.toSorted((a, b) => a - b),
    everyPlace: false,
  }
}

type ItemWithPlaces = {
  id: string
  year: number
  months: unknown
  target_min: number | null
  target_unit: string | null
  target_per: string | null
  open_places: string[] | null
}

/** The places that an item names while nobody has closed or dropped it and its target speaks of more than itself; else null, which costs nothing to read. */
export const openPlaces = sql<
  string[] | null
>`CASE WHEN closed_at IS NULL AND dropped_reason IS NULL AND target_per IS NOT NULL THEN coalesce(places, '{}') END`.as(
  'open_places',
)

/** Items that nobody has closed whose target each commune or village has to reach, and each has: by the count that their page shows. */
export async function reachedEverywhere(db: ReadDb, items: readonly ItemWithPlaces[], today: IsoDate): Promise<Set<string>> {
  const worked = items.filter(one => one.months !== null && one.open_places !== null)
  const aimed = worked.filter(one => isPerPlace({ least: one.target_min, unit: one.target_unit, per: one.target_per }))
  const done = new Set<string>()
  for (const [year, own] of Map.groupBy(aimed, one => one.year)) {
    const targets = own.map(one => ({
      itemId: one.id,
      per: one.target_per,
      least: one.target_min!,
      unit: one.target_unit,
      named: one.open_places ?? [],
    }))
    for (const { itemId, places } of await placesOfItems(db, targets, { on: lastDayReached(year, today) }))
      if (places.length > 0 && places.every(one => one.standing === 'reached')) done.add(itemId)
  }
  return done
}

type Aimed = { commitment_id: string | null; target_per: string | null }

/** For items with a target of the whole term the sums by unit over every year's items of the commitment, each activity once. */
export async function unitsOfTerm(
  db: ReadDb,
  programmeId: string,
  items: readonly Aimed[],
  until: IsoDate = '9999-12-31',
): Promise<(item: Aimed) => { units?: Record<string, number> }> {
  const isOfTerm = (item: Aimed) => item.target_per === 'term' && item.commitment_id !== null
  const commitments = new Set(items.filter(isOfTerm).map(item => item.commitment_id))
  if (commitments.size === 0) return () => ({})
  const { rows } = await sql<{ commitment: string; unit: string; amount: number }>`
    SELECT once.commitment_id AS commitment, of.unit, sum(of.amount) AS amount
    FROM (SELECT DISTINCT i.commitment_id, l.activity_id FROM plan_item i JOIN activity_item l ON l.item_id = i.id
      WHERE i.programme_id = ${programmeId} AND i.commitment_id = ANY (${[...commitments]}::uuid[])) AS once
    JOIN activity a ON a.id = once.activity_id AND a.removed_at IS NULL AND a.held_on <= ${until}::date,
    LATERAL (VALUES (a.count_unit, a.count), (a.reach_unit, a.reach)) AS of (unit, amount)
    WHERE of.unit IS NOT NULL GROUP BY 1, 2`.execute(db)
  const byCommitment = Map.groupBy(rows, row => row.commitment)
  return item =>
    isOfTerm(item)
      ? { units: Object.fromEntries((byCommitment.get(item.commitment_id!) ?? []).map(row => [row.unit, row.amount])) }
      : {}
}

/** Of a year's items with a target for the whole term: how much every year's work up to a day adds up to in its unit. */
export async function termSums(
  db: ReadDb,
  programmeId: string,
  { year, until }: { year: number; until: IsoDate },
): Promise<{ itemId: string; reached: number }[]> {
  const items = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'commitment_id', 'target_per', 'target_unit'])
    .where('plan_item.programme_id', '=', programmeId)
    .where('plan.year', '=', year)
    .where('target_per', '=', 'term')
    .where('commitment_id', 'is not', null)
    .orderBy('plan_item.id')
    .execute()
  const ofTerm = await unitsOfTerm(db, programmeId, items, until)
  return items.map(item => ({ itemId: item.id, reached: sumIn(item.target_unit ?? '', ofTerm(item).units ?? {}) }))
}

/** Which of these items have at least one activity with a date, a place and a file as evidence. */
export async function provenAmong(db: ReadDb, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    SELECT wanted.id FROM unnest(${[...itemIds]}::uuid[]) AS wanted (id)
    WHERE EXISTS (SELECT FROM activity_item l JOIN activity a ON a.home = l.home AND a.id = l.activity_id
      WHERE l.item_id = wanted.id AND a.removed_at IS NULL AND a.place <> '' AND EXISTS (SELECT FROM file f
        WHERE f.home = a.home AND f.subject_kind = 'activity' AND f.subject_id = a.id AND f.removed_at IS NULL))`.execute(db)
  return new Set(rows.map(row => row.id))
}
