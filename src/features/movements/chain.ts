import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'

export type Link = { id: string; from: string | null; title: string; place: string; startsOn: string; standing: string }

const DEEPEST = 12

/** A model with all that it repeats and all that repeat it, as far as the reader may see: the first one first. */
export async function chainOf(db: ReadDb, movementId: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    WITH RECURSIVE up AS (
      SELECT id, copied_from, 0 AS depth FROM movement WHERE id = ${movementId} AND kind = 'model'
      UNION ALL
      SELECT m.id, m.copied_from, depth + 1 FROM movement m JOIN up ON m.id = up.copied_from WHERE depth < ${DEEPEST}
    ), down AS (
      SELECT id, NULL::uuid AS "from", 0 AS depth FROM (SELECT id FROM up ORDER BY depth DESC LIMIT 1) first
      UNION ALL
      SELECT m.id, m.copied_from, depth + 1 FROM movement m JOIN down ON m.copied_from = down.id
        WHERE m.removed_at IS NULL AND depth < ${DEEPEST}
    )
    SELECT m.id, down."from", m.title, coalesce(p.name, '') AS place, m.starts_on AS "startsOn",
      CASE WHEN m.ended_on IS NOT NULL THEN 'closed' WHEN m.recognised_date IS NOT NULL THEN 'recognised' ELSE 'going-on' END AS standing
    FROM down JOIN movement m ON m.id = down.id LEFT JOIN place p ON p.id = m.place_id
    ORDER BY down.depth, m.starts_on, m.id`.execute(db)
  return rows
}
