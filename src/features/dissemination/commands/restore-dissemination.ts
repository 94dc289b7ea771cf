import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveInput } from '../contract.ts'
import { SEND, whyNotRestore } from '../rules.ts'
import { getDissemination, moveDissemination } from '../store.ts'

/** Puts what was withdrawn back on the lists. */
export const restoreDissemination = command({
  name: 'dissemination.restore-dissemination',
  permission: SEND,
  input: moveInput,
  run: async ({ tx, acting }, { disseminationId, version }) => {
    const found = await getDissemination(tx, disseminationId)
    refuseIf(whyNotRestore(acting, found))
    await moveDissemination(tx, { id: disseminationId, version }, null)
    return {
      result: { version: version + 1 },
      audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId },
    }
  },
})
