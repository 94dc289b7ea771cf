import type { ReadDb } from '../../engine/db/database.ts'
import type { MoneySource } from './contract.ts'

type Told = (activityId: string, itemIds: readonly string[]) => MoneySource

/** What pays for an activity: what was spent on it says so, else the estimates of its items, in plans that every party sees. */
export async function sourcesOfMoney(db: ReadDb, programmeId: string): Promise<Told> {
  const lines = db
    .selectFrom('budget_line')
    .innerJoin('plan', 'plan.id', 'budget_line.plan_id')
    .where('budget_line.programme_id', '=', programmeId)
    .where('plan.state', '<>', 'private')
  const estimated = await lines.select(['item_id', 'source']).where('item_id', 'is not', null).distinct().execute()
  const spent = await lines
    .innerJoin('budget_spending', 'budget_spending.line_id', 'budget_line.id')
    .select(['activity_id', 'source'])
    .where('activity_id', 'is not', null)
    .distinct()
    .execute()
  const [ofItem, ofActivity] = [Map.groupBy(estimated, one => one.item_id), Map.groupBy(spent, one => one.activity_id)]
  return (activityId, itemIds) =>
    sourceOf((ofActivity.get(activityId) ?? itemIds.flatMap(id => ofItem.get(id) ?? [])).map(one => one.source))
}

/** Where nothing was estimated the money is told too, so that the sources add up to the whole. */
export function sourceOf(sources: readonly string[]): MoneySource {
  const [first, ...others] = new Set(sources)
  if (first === undefined) return 'none'
  return others.length > 0 ? 'several' : (first as MoneySource)
}
