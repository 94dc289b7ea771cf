import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveRequestInput } from '../requests/contract.ts'
import { WRITE, whyNotRestoreRequest } from '../requests/rules.ts'
import { changeRequestRow, getRequest } from '../requests/store.ts'

/** Takes a draft up again that was put aside. */
export const restoreRequest = command({
  name: 'exchange.restore-request',
  permission: WRITE,
  input: moveRequestInput,
  run: async ({ tx, acting }, { requestId, version }) => {
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotRestoreRequest(acting, found))
    await changeRequestRow(tx, { id: requestId, version }, { removed_at: null })
    return { result: { version: version + 1 }, audit: { kind: 'request', id: requestId, programme: found.programmeId } }
  },
})
