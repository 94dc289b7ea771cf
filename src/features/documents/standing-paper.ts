import type { ReadDb } from '../../engine/db/database.ts'

type Wanted = { kinds: readonly string[]; states: readonly string[] }

/** Whether a record has become a paper of these kinds that stands in one of these states. */
export async function hasPaper(db: ReadDb, recordId: string, { kinds, states }: Wanted): Promise<boolean> {
  const found = await db
    .selectFrom('paper')
    .select('id')
    .where('source_id', '=', recordId)
    .where('source_kind', 'in', kinds)
    .where('state', 'in', states)
    .executeTakeFirst()
  return found !== undefined
}
