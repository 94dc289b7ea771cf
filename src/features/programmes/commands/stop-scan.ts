import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { draftInput } from '../contract.ts'
import { changeDraft, getDraft } from '../draft-store.ts'
import { whyNotStopScan } from '../rules.ts'

/** Stops the reading of a scan; the pages that were read stay. */
export const stopScan = command({
  name: 'programmes.stop-scan',
  permission: { roles: workers, reach: 'own' },
  input: draftInput,
  run: async ({ tx }, { draftId, version }) => {
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotStopScan(draft))
    const now = await changeDraft(tx, { id: draftId, version, state: 'reading' }, { scan_stopped: true })
    return { result: { version: now }, audit: { kind: 'import', id: draftId } }
  },
})
