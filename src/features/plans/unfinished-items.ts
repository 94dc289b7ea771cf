import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { isUnfinished } from './carry.ts'
import { type ItemSums, progressOf } from './progress.ts'
import { type ItemRow, itemsOf } from './store.ts'
import { sumsOf } from './sums.ts'

export type EarlierItem = ItemRow & { sums: ItemSums; state: ReturnType<typeof progressOf>['state'] }
export type Earlier = { planId: string; year: number; items: EarlierItem[] }

/** The last plan that the parties had up to a year, with its unfinished items; null where there is none. */
export async function lastPlan(
  db: ReadDb,
  { programmeId, until, today }: { programmeId: string; until: number; today: IsoDate },
): Promise<Earlier | null> {
  const plan = await db
    .selectFrom('plan')
    .select(['id', 'year'])
    .where('programme_id', '=', programmeId)
    .where('year', '<=', until)
    .where('state', '<>', 'private')
    .orderBy('year', 'desc')
    .executeTakeFirst()
  if (!plan) return null
  const sums = await sumsOf(db, programmeId, { planId: plan.id, today })
  const items = (await itemsOf(db, plan.id)).map(item => {
    const facts = { ...item, year: plan.year, closed: item.closedAt !== null, dropped: item.droppedReason !== null }
    return { ...item, sums: sums(item.id), state: progressOf(facts, sums(item.id), today).state }
  })
  return { planId: plan.id, year: plan.year, items: items.filter(item => isUnfinished(item, item.state)) }
}
