import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { draftInput } from '../contract.ts'
import { changeDraft, getDraft } from '../draft-store.ts'
import { whyNotDiscard } from '../rules.ts'

/** Puts an import aside; `programmes.restore-draft` brings it back. */
export const discardDraft = command({
  name: 'programmes.discard-draft',
  permission: { roles: workers, reach: 'own' },
  input: draftInput,
  run: async ({ tx }, { draftId, version }) => {
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotDiscard(draft.state))
    const now = await changeDraft(tx, { id: draftId, version, state: draft.state }, { state: 'discarded' })
    return { result: { version: now }, audit: { kind: 'import', id: draftId } }
  },
})
