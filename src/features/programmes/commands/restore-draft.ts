import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { draftInput } from '../contract.ts'
import { changeDraft, getDraft } from '../draft-store.ts'
import { stateBeforeDiscard, whyNotRestore } from '../rules.ts'

/** Takes back that an import was put aside. One that was still being read is read again. */
export const restoreDraft = command({
  name: 'programmes.restore-draft',
  permission: { roles: workers, reach: 'own' },
  input: draftInput,
  run: async ({ tx, enqueue }, { draftId, version }) => {
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotRestore(draft.state))
    const state = stateBeforeDiscard(draft)
    const now = await changeDraft(tx, { id: draftId, version, state: 'discarded' }, { state })
    if (state === 'reading') await enqueue('programmes.read-draft', { draftId })
    return { result: { version: now }, audit: { kind: 'import', id: draftId } }
  },
})
