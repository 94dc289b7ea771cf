import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Whoever names the same key waits here until the transaction that holds it has ended. */
export async function lockKey(tx: Tx, key: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}
