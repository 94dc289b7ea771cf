import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveRequestInput } from '../requests/contract.ts'
import { WRITE, whyNotChangeRequest } from '../requests/rules.ts'
import { changeRequestRow, getRequest, whyNotReword } from '../requests/store.ts'

/** Puts a draft aside. */
export const removeRequest = command({
  name: 'exchange.remove-request',
  permission: WRITE,
  input: moveRequestInput,
  run: async ({ tx, acting, now }, { requestId, version }) => {
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotChangeRequest(acting, found) ?? (await whyNotReword(tx, requestId)))
    await changeRequestRow(tx, { id: requestId, version }, { removed_at: now })
    return { result: { version: version + 1 }, audit: { kind: 'request', id: requestId, programme: found.programmeId } }
  },
})
