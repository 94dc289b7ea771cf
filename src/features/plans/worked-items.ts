import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Timing } from './contract.ts'
import type { ItemSums, ProgressItem } from './progress.ts'
import { targetOf } from './store.ts'
import { openPlaces, reachedEverywhere, unitsOfTerm, workIn } from './sums.ts'

/** The title only of the year that was asked for. */
export type WorkedItem = ProgressItem & { id: string; title: string | null; clausePath: string; work: ItemSums }

/** The items of every shared plan of a programme with what was done under each, in few plain columns: there can be thousands. */
export async function workedItems(
  db: ReadDb,
  programmeId: string,
  { year, today }: { year: number; today: IsoDate },
): Promise<WorkedItem[]> {
  const rows = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .leftJoin('item_work', 'item_work.item_id', 'plan_item.id')
    .select(['plan_item.id', 'clause_path', 'plan.year', 'timing', 'starts_on', 'due_on', 'occasion', 'commitment_id'])
    .select(['target_min', 'target_max', 'target_unit', 'target_per', 'months', 'units', openPlaces])
    .select(sql<string | null>`CASE WHEN plan.year = ${year} THEN title END`.as('title'))
    .select([sql<boolean>`closed_at IS NOT NULL`.as('closed'), sql<boolean>`dropped_reason IS NOT NULL`.as('dropped')])
    .where('plan_item.programme_id', '=', programmeId)
    .where('plan.state', '<>', 'private')
    .orderBy('plan.year')
    .orderBy('plan_item.position')
    .execute()
  const ofTerm = await unitsOfTerm(db, programmeId, rows)
  const everywhere = await reachedEverywhere(db, rows, today)
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    clausePath: row.clause_path,
    year: row.year,
    timing: row.timing as Timing,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    occasion: row.occasion,
    target: targetOf(row),
    closed: row.closed,
    dropped: row.dropped,
    work: { ...workIn(row.year, row), ...ofTerm(row), everyPlace: everywhere.has(row.id) },
  }))
}
