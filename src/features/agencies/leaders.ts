import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { seatedIn } from './succession.ts'

export type Leader = { bodyId: string; name: string; post: string }

/** The leader who signs for a body: the first account with that role. Null for other sides, whose accounts stay unseen. */
export async function leaderOf(db: ReadDb, bodyId: string): Promise<Leader | null> {
  const row = await db
    .selectFrom('account_today')
    .select(['display_name', 'post'])
    .where('body_id', '=', seatedIn(bodyId))
    .where(sql<boolean>`'leader' = ANY (roles)`)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { bodyId, name: row.display_name ?? '', post: row.post ?? '' } : null
}
