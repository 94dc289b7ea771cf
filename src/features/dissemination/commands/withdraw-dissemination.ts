import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveInput } from '../contract.ts'
import { SEND, whyNotWithdraw } from '../rules.ts'
import { getDissemination, moveDissemination } from '../store.ts'

/** Takes it off everybody's list: sent by mistake, or no longer wanted. */
export const withdrawDissemination = command({
  name: 'dissemination.withdraw-dissemination',
  permission: SEND,
  input: moveInput,
  run: async ({ tx, acting, now }, { disseminationId, version }) => {
    const found = await getDissemination(tx, disseminationId)
    refuseIf(whyNotWithdraw(acting, found))
    await moveDissemination(tx, { id: disseminationId, version }, now)
    return {
      result: { version: version + 1 },
      audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId },
    }
  },
})
