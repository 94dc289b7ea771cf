import type { CommandContext } from '../../engine/command.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { getActor, refuseAccepted } from './draft-store.ts'
import { fromItsSeat } from './seats.ts'
import { getProgramme } from './store.ts'

type Opened = { draftId: string; fileId: string; continues?: readonly string[] | undefined; unsigned?: boolean }

/** Takes a file of the own side that nothing else has taken up as an import, and hands it to the reader. */
export async function openDraft(context: CommandContext, { draftId, fileId, continues = [], unsigned = false }: Opened) {
  const { tx, acting, now, enqueue } = context
  const { bodyId, accountId } = getActor(acting)
  const file = await tx
    .updateTable('file')
    .set({ subject_kind: 'import', subject_id: draftId })
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('subject_kind', 'is', null)
    .where('removed_at', 'is', null)
    .returning(['sha256', 'name'])
    .executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  await refuseAccepted(tx, file.sha256)
  // Of merged provinces one was signed from another seat.
  for (const programmeId of continues) await fromItsSeat(tx, programmeId, () => getProgramme(tx, programmeId))
  const by = { owner_body: bodyId, created_by: accountId, created_at: now }
  const row = { id: draftId, ...by, file_id: fileId, file_name: file.name, continues: [...new Set(continues)], unsigned }
  const made = await tx
    .insertInto('import_draft')
    .values({ ...row, state: 'reading' })
    .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Refusal('changed-meanwhile')
  await enqueue('programmes.read-draft', { draftId })
}
