import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { ClauseYear } from './silence.ts'

/** How many activities each clause saw in each year, by the items they were recorded under; an activity counts once for a clause. */
export async function workByClause(db: ReadDb, programmeId: string): Promise<ClauseYear[]> {
  const { rows } = await sql<ClauseYear>`
    SELECT i.clause_path AS path, extract(year FROM a.held_on)::int AS year, count(DISTINCT a.id)::int AS activities
    FROM activity a
    JOIN activity_item ai ON ai.home = a.home AND ai.activity_id = a.id
    JOIN plan_item i ON i.home = ai.home AND i.id = ai.item_id
    WHERE a.programme_id = ${programmeId} AND a.removed_at IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(db)
  return rows
}
