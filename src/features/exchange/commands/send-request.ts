import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { settleClearance } from '../../programmes/index.ts'
import { sendRequestInput } from '../requests/contract.ts'
import { isLetGo } from '../requests/laying.ts'
import { DISPATCH, wantsSignedLetter, whyNotDays, whyNotSendRequest } from '../requests/rules.ts'
import { changeRequestRow, getRequest, takeUpLetter } from '../requests/store.ts'

/** Records the letter that has gone out, by its number and day: what a leader has let go, or signed. It is joint to the parties from now on. */
export const sendRequest = command({
  name: 'exchange.send-request',
  permission: DISPATCH,
  input: sendRequestInput,
  run: async (context, { requestId, version, number, sentOn, dueOn, fileId }) => {
    const { tx, acting, today } = context
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotSendRequest(acting, found) ?? whyNotDays({ on: sentOn, dueOn }, null, today))
    const unsigned = fileId === null && wantsSignedLetter(acting, found, await isLetGo(tx, found))
    refuseIf(unsigned ? { code: 'exchange.request-not-let-go' } : null)
    await takeUpLetter(tx, found, fileId)
    const letter = { number, sent_on: sentOn, due_on: dueOn, letter_file: fileId }
    await changeRequestRow(tx, { id: requestId, version }, { state: 'sent', ...letter })
    await settleClearance(context, 'request', requestId)
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { number, sentOn } },
    }
  },
})
