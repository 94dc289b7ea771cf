import { changeRow } from '../../engine/db/change-row.ts'
import type { Tx } from '../../engine/db/database.ts'
import { workers } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { seatedIn } from '../agencies/index.ts'
import { type Petition } from './store.ts'

/** Gives a petition to somebody of the body who works; it moves to that one's unit with everything it holds. */
export async function giveTo(tx: Tx, petition: Petition, { handler, version }: { handler: string; version: number }) {
  const account = await tx
    .selectFrom('account_today')
    .select(['unit_id', 'roles'])
    .where('id', '=', handler)
    .where('body_id', '=', seatedIn(petition.bodyId))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const works = account?.roles?.some(role => workers.some(one => one === role))
  if (!account || !works) throw new Refusal('not-found', { what: 'account' })
  const unit = { unit_id: account.unit_id }
  const updated = await changeRow(tx, 'petition', { id: petition.id, version }, { handler, ...unit })
  await tx.updateTable('petition_step').set(unit).where('petition_id', '=', petition.id).execute()
  await tx.updateTable('petition_content').set(unit).where('petition_id', '=', petition.id).execute()
  return updated
}
