import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { type ItemSums, NO_WORK } from './progress.ts'

type WorkRow = {
  item_id: string
  year: number
  /** The months with work as bits, that of January the second lowest. */
  months: number
  count_unit: string | null
  reach_unit: string | null
  activities: number
  proven: number
  count: number | null
  reach: number | null
}

/** Of which items: those of a plan, or some; absent: all of the programme. */
type Of = { planId: string } | { itemIds: readonly string[] }

/**
 * What the activities of items add up to, by item; of one plan, of some items, or of the whole programme.
 * Progress is part of the plan, so the tables `activity` and `activity_item` are read here, and written by activities only.
 * Flat joins on purpose: they stay quick where the database has not counted its tables yet.
 */
export async function sumsOf(db: ReadDb, programmeId: string, of?: Of): Promise<(itemId: string) => ItemSums> {
  let wanted = db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'commitment_id', 'target_per', 'plan.year'])
    .where('plan_item.programme_id', '=', programmeId)
  if (of && 'planId' in of) wanted = wanted.where('plan_id', '=', of.planId)
  if (of && 'itemIds' in of) wanted = wanted.where('plan_item.id', '=', sql<string>`ANY (${[...of.itemIds]}::uuid[])`)
  const items = await wanted.execute()
  const narrowed = of && items.map(item => item.id)
  const byItem = Map.groupBy(await workOf(db, programmeId, narrowed), row => row.item_id)
  const terms = items.flatMap(item => (item.target_per === 'term' && item.commitment_id ? [item.commitment_id] : []))
  const ofTerm = terms.length > 0 ? await unitsOfTerm(db, programmeId, terms) : new Map<string, Record<string, number>>()
  const sums = new Map(
    items.map(item => {
      const own = added(byItem.get(item.id) ?? [], item.year)
      const units = item.target_per === 'term' ? ofTerm.get(item.commitment_id ?? '') : undefined
      return [item.id, units ? { ...own, units } : own]
    }),
  )
  return itemId => sums.get(itemId) ?? NO_WORK
}

async function workOf(db: ReadDb, programmeId: string, itemIds: readonly string[] | undefined): Promise<WorkRow[]> {
  const narrowed = itemIds ? sql`AND ai.item_id = ANY (${[...itemIds]}::uuid[])` : sql``
  const { rows } = await sql<WorkRow>`
    SELECT ai.item_id, a.count_unit, a.reach_unit, extract(year FROM a.held_on)::int AS year,
      bit_or(1 << extract(month FROM a.held_on)::int) AS months,
      count(*)::int AS activities, sum(a.count) AS count, sum(a.reach) AS reach,
      count(*) FILTER (WHERE a.place <> '' AND a.id IN (SELECT subject_id FROM file
        WHERE subject_kind = 'activity' AND programme_id = ${programmeId} AND removed_at IS NULL))::int AS proven
    FROM activity_item ai JOIN activity a ON a.home = ai.home AND a.id = ai.activity_id
    WHERE ai.programme_id = ${programmeId} AND a.programme_id = ${programmeId} AND a.removed_at IS NULL ${narrowed}
    GROUP BY 1, 2, 3, 4`.execute(db)
  return rows
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

function added(rows: readonly WorkRow[], year: number): ItemSums {
  const units: Record<string, number> = {}
  for (const row of rows) {
    add(units, row.count_unit, row.count)
    add(units, row.reach_unit, row.reach)
  }
  const bits = rows.reduce((all, row) => (row.year === year ? all | row.months : all), 0)
  const months = MONTHS.filter(month => bits & (1 << month))
  const total = (of: 'activities' | 'proven') => rows.reduce((sum, row) => sum + row[of], 0)
  return { activities: total('activities'), proven: total('proven'), units, months }
}

/** Sums by unit over every year's items of a commitment; an activity under two of them counts once. */
async function unitsOfTerm(
  db: ReadDb,
  programmeId: string,
  commitmentIds: string[],
): Promise<Map<string, Record<string, number>>> {
  const siblings = await db
    .selectFrom('plan_item')
    .select(['id', 'commitment_id'])
    .where('programme_id', '=', programmeId)
    .where('commitment_id', 'in', commitmentIds)
    .execute()
  const links = await db
    .selectFrom('activity_item')
    .innerJoin('activity', 'activity.id', 'activity_item.activity_id')
    .select(['item_id', 'activity_id', 'count', 'count_unit', 'reach', 'reach_unit'])
    .where(
      'item_id',
      'in',
      siblings.map(item => item.id),
    )
    .where('removed_at', 'is', null)
    .execute()
  const commitmentOf = new Map(siblings.map(item => [item.id, item.commitment_id!]))
  const once = new Map(links.map(link => [`${commitmentOf.get(link.item_id)} ${link.activity_id}`, link]))
  const units = new Map<string, Record<string, number>>()
  for (const [key, link] of once) {
    const commitmentId = key.slice(0, key.indexOf(' '))
    const sums = units.get(commitmentId) ?? {}
    units.set(commitmentId, sums)
    add(sums, link.count_unit, link.count)
    add(sums, link.reach_unit, link.reach)
  }
  return units
}

function add(units: Record<string, number>, unit: string | null, value: number | null): void {
  if (unit !== null) units[unit] = (units[unit] ?? 0) + (value ?? 0)
}
