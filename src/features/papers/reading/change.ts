import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../../engine/db/database.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/**
 * What the reader writes to a reading that goes on; refuses 'changed-meanwhile' where somebody has stopped it. Returns its file.
 * A person's version stands: pages come while somebody looks.
 */
export async function changeReading(
  tx: Tx,
  id: string,
  change: Updateable<DB['file_reading']>,
  from: readonly string[] = ['reading'],
): Promise<string> {
  const row = await tx
    .updateTable('file_reading')
    .set({ ...change, ...(change.state ? { version: sql<number>`version + 1` } : {}) })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('file_id')
    .executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
  return row.file_id!
}
