import { sql } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import type { PaperAct } from '../programmes/index.ts'
import { getPackage, replacedBy } from './store.ts'

/** The receipt or return by a contested or withdrawn paper falls: the package waits again, unless another has taken its place. */
export async function suspendPackagePaper({ tx }: CommandContext, act: PaperAct): Promise<void> {
  const found = await getPackage(tx, act.subjectId)
  const dealtWith = found.state === 'received' || found.state === 'returned'
  if (!dealtWith || (await replacedBy(tx, found.id)) !== null) return
  await tx
    .updateTable('exchange_package')
    .set({ state: 'sent', received_on: null, returned_on: null, reason: null, version: sql`version + 1` })
    .where('id', '=', found.id)
    .where('version', '=', found.version)
    .execute()
}
