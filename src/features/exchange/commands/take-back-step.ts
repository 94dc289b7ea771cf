import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { urgeRequestInput } from '../requests/contract.ts'
import { FOLLOW, whyNotTakeBackStep } from '../requests/rules.ts'
import { changeRequestRow, getRequest } from '../requests/store.ts'

const { requestId, version, dueOn } = urgeRequestInput.shape

/** Takes back what was recorded last of a letter that has gone out, its answer or that it was urged; an answer is awaited by `dueOn` again. */
export const takeBackStep = command({
  name: 'exchange.take-back-step',
  permission: FOLLOW,
  input: z.strictObject({ requestId, version, dueOn }),
  run: async ({ tx, acting }, { requestId: id, version: seen, dueOn: due }) => {
    const found = await getRequest(tx, id)
    refuseIf(whyNotTakeBackStep(acting, found))
    const unanswered = { answer: null, answer_number: null, answered_on: null, answer_file: null, summary: '' }
    const step =
      found.state === 'answered'
        ? ({ state: found.urgedOn ? 'urged' : 'sent', ...unanswered } as const)
        : ({ state: 'sent', urged_on: null } as const)
    await changeRequestRow(tx, { id, version: seen }, { ...step, due_on: due })
    const detail = { takenBack: found.state }
    return { result: { version: seen + 1 }, audit: { kind: 'request', id, programme: found.programmeId, detail } }
  },
})
