import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { answerRequestInput } from '../requests/contract.ts'
import { FOLLOW, whyNotAnswerRequest, whyNotDays } from '../requests/rules.ts'
import { changeRequestRow, getRequest, takeUpLetter } from '../requests/store.ts'

/** Records what was answered: wholly or partly granted, refused, or that no answer is awaited any more. */
export const answerRequest = command({
  name: 'exchange.answer-request',
  permission: FOLLOW,
  input: answerRequestInput,
  run: async ({ tx, acting, today }, { requestId, version, answer, number, answeredOn, fileId, summary }) => {
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotAnswerRequest(acting, found) ?? whyNotDays({ on: answeredOn }, found.sentOn, today))
    await takeUpLetter(tx, found, fileId)
    const told = { answer, answer_number: number, answered_on: answeredOn, answer_file: fileId, summary }
    await changeRequestRow(tx, { id: requestId, version }, { state: 'answered', ...told })
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { answer, answeredOn } },
    }
  },
})
