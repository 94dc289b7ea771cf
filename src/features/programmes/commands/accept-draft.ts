import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordContinues } from '../continues.ts'
import { acceptInput } from '../contract.ts'
import { changeDraft, getActor, getDraft, getDraftParts, lockBytes, refuseAccepted } from '../draft-store.ts'
import { insertProgramme } from '../programme-store.ts'
import { whyNotAccept } from '../rules.ts'

/** Takes a reviewed reading into use: from now on every party sees the programme and its original. */
export const acceptDraft = command({
  name: 'programmes.accept-draft',
  permission: { roles: workers, reach: 'own' },
  input: acceptInput,
  run: async ({ tx, acting, now }, { draftId, version, programmeId }) => {
    const { bodyId, accountId } = getActor(acting)
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotAccept(draft, bodyId)[0] ?? null)
    const file = await getLockedFile(tx, draft.fileId!)
    await refuseAccepted(tx, file.sha256)
    const { source } = await getDraftParts(tx, draftId)
    await changeDraft(tx, { id: draftId, version, state: 'read' }, { state: 'accepted', programme_id: programmeId })
    const made = { id: programmeId, reading: draft.reading!, sourceText: source!.text, file }
    await insertProgramme(tx, { ...made, acceptedBy: accountId, acceptedAt: now })
    await recordContinues(tx, programmeId, draft.continues)
    await tx
      .updateTable('file')
      .set({ visibility: 'joint', programme_id: programmeId, subject_kind: 'programme', subject_id: programmeId })
      .where('id', '=', file.id)
      .execute()
    const detail = { draft: draftId, sha256: file.sha256 }
    return { result: { programmeId }, audit: { kind: 'programme', id: programmeId, programme: programmeId, detail } }
  },
})

async function getLockedFile(tx: Tx, fileId: string): Promise<{ id: string; sha256: string }> {
  const file = await tx.selectFrom('file').select(['id', 'sha256']).where('id', '=', fileId).executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  await lockBytes(tx, file.sha256)
  return file
}
