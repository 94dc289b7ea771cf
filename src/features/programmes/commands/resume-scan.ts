import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { draftInput } from '../contract.ts'
import { changeDraft, getDraft } from '../draft-store.ts'
import { whyNotResumeScan } from '../rules.ts'

/** Goes on reading a scan where it was stopped. */
export const resumeScan = command({
  name: 'programmes.resume-scan',
  permission: { roles: workers, reach: 'own' },
  input: draftInput,
  run: async ({ tx, enqueue }, { draftId, version }) => {
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotResumeScan(draft))
    const now = await changeDraft(tx, { id: draftId, version, state: 'reading' }, { scan_stopped: false })
    await enqueue('programmes.read-scan', { draftId })
    return { result: { version: now }, audit: { kind: 'import', id: draftId } }
  },
})
