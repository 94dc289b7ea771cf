import type { Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Way } from './contract.ts'

type Side = { paperId: string; bodyId: string }
type Signed = { way: Way; signed_at: Date; sealed_at?: Date } | { sealed_at: Date }

/** Writes that a side has signed or sealed; a signature that stands already is not written over. */
export async function signOff(tx: Tx, { paperId, bodyId }: Side, signed: Signed): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('paper_party')
    .set(signed)
    .where('paper_id', '=', paperId)
    .where('body_id', '=', bodyId)
    .where('sealed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}
