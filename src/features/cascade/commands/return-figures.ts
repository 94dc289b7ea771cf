import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { returnInput } from '../sending/contract.ts'
import { WRITE } from '../sending/rules.ts'
import { getAnswer } from '../sending/store.ts'

/** Sends figures back to be put right, with the reason; until then they count in no sum. */
export const returnFigures = command({
  name: 'cascade.return-figures',
  permission: WRITE,
  input: returnInput,
  run: async ({ tx, acting }, { answerId, version, reason }) => {
    const answer = await getAnswer(tx, answerId)
    if (answer.bodyId === personOf(acting).bodyId) throw new Refusal('cascade.not-yours')
    if (answer.state !== 'sent') throw new Refusal(answer.state === 'locked' ? 'cascade.locked' : 'cascade.returned-already')
    await changeRow(tx, 'cascade_answer', { id: answerId, version }, { state: 'returned', reason })
    return { result: { answerId }, audit: { kind: 'answer', id: answerId, detail: { returned: true } } }
  },
})
