import type { Updateable } from 'kysely'
import type { Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** One guarded change of a finding: hits the version that was seen, or refuses 'changed-meanwhile'. */
export async function updateFinding(
  tx: Tx,
  at: { id: string; version: number },
  change: Updateable<DB['finding']>,
): Promise<{ version: number }> {
  const updated = await tx
    .updateTable('finding')
    .set(row => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) throw new Refusal('changed-meanwhile')
  return updated
}
