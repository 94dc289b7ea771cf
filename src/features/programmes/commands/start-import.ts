import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { startInput } from '../contract.ts'
import { getActor, refuseAccepted } from '../draft-store.ts'

/** Hands an uploaded file of the own side to the reader. */
export const startImport = command({
  name: 'programmes.start-import',
  permission: { roles: workers, reach: 'own' },
  input: startInput,
  run: async ({ tx, acting, now, enqueue }, { draftId, fileId }) => {
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
    const row = { id: draftId, owner_body: bodyId, created_by: accountId, created_at: now, file_id: fileId, file_name: file.name }
    const made = await tx
      .insertInto('import_draft')
      .values({ ...row, state: 'reading' })
      .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('changed-meanwhile')
    await enqueue('programmes.read-draft', { draftId })
    return { result: { draftId }, audit: { kind: 'import', id: draftId, detail: { file: fileId } } }
  },
})
