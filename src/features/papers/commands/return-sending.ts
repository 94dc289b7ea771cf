import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { returnInput } from '../dispatch/contract.ts'
import { whyNotReceive } from '../dispatch/rules.ts'
import { getDispatch } from '../dispatch/store.ts'
import { CLERK } from '../rules.ts'

/** "Trả lại": what is not for us, or does not hold, goes back with its reason (NĐ 30/2020/NĐ-CP, Điều 21). */
export const returnSending = command({
  name: 'papers.return-sending',
  permission: CLERK,
  input: returnInput,
  run: async ({ tx, acting, now }, { dispatchId, version, reason }) => {
    const dispatch = await getDispatch(tx, dispatchId)
    refuseIf(whyNotReceive(acting, dispatch))
    await changeRow(tx, 'dispatch', { id: dispatchId, version }, { returned_at: now, returned_reason: reason })
    return { result: { dispatchId }, audit: { kind: 'dispatch', id: dispatchId, detail: { returned: true } } }
  },
})
