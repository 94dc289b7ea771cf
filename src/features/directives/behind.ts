import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'

/** Which activities carry documents out, each pair once: linked by hand, or done under an item of a clause that does. Some may be taken out. */
export const recordsBehind = (directiveIds: readonly string[]) => sql`
  SELECT d.directive_id, standing_activity(d.activity_id) AS id FROM directive_activity d
    WHERE d.directive_id = ANY (${[...directiveIds]}::uuid[])
  UNION SELECT c.directive_id, ai.activity_id FROM directive_clause c
    JOIN plan_item i ON i.programme_id = c.programme_id AND i.clause_path = c.clause_path
    JOIN activity_item ai ON ai.item_id = i.id
    WHERE c.directive_id = ANY (${[...directiveIds]}::uuid[])`

/** How many activities carry each document out. */
export async function countBehind(db: ReadDb, directiveIds: readonly string[]): Promise<(directiveId: string) => number> {
  const { rows } = await sql<{ directive_id: string; activities: number }>`
    SELECT directive_id, count(*)::int AS activities FROM (${recordsBehind(directiveIds)}) behind
    JOIN activity USING (id) WHERE removed_at IS NULL GROUP BY directive_id`.execute(db)
  const counted = new Map(rows.map(row => [row.directive_id, row.activities]))
  return directiveId => counted.get(directiveId) ?? 0
}
