import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { urgeRequestInput } from '../requests/contract.ts'
import { FOLLOW, whyNotDays, whyNotUrge } from '../requests/rules.ts'
import { changeRequestRow, getRequest } from '../requests/store.ts'

/** Records that the addressee was urged, and until when an answer is awaited now. */
export const urgeRequest = command({
  name: 'exchange.urge-request',
  permission: FOLLOW,
  input: urgeRequestInput,
  run: async ({ tx, acting, today }, { requestId, version, urgedOn, dueOn }) => {
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotUrge(acting, found) ?? whyNotDays({ on: urgedOn, dueOn }, found.sentOn, today))
    await changeRequestRow(tx, { id: requestId, version }, { state: 'urged', urged_on: urgedOn, due_on: dueOn })
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { urgedOn } },
    }
  },
})
