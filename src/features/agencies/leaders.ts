import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { seatedIn } from './succession.ts'

export type Leader = { bodyId: string; name: string; post: string }

/** The leader who signs for a body: the first account with that role. Null for other sides, whose accounts stay unseen. */
export const leaderOf = async (db: ReadDb, bodyId: string): Promise<Leader | null> => (await leadersOf(db, bodyId))[0] ?? null

/** All who lead the own body today. */
export async function leadersOf(db: ReadDb, bodyId: string): Promise<Leader[]> {
  const rows = await db
    .selectFrom('account_today')
    .select(['display_name', 'post'])
    .where('body_id', '=', seatedIn(bodyId))
    .where(sql<boolean>`'leader' = ANY (roles)`)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ bodyId, name: row.display_name ?? '', post: row.post ?? '' }))
}
