import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { settleInput } from '../dispatch/contract.ts'
import { SETTLE, whyNotSettle } from '../dispatch/rules.ts'
import { getIncoming } from '../dispatch/store.ts'

/** The unit has done what the paper asked for. */
export const settleIncoming = command({
  name: 'papers.settle-incoming',
  permission: SETTLE,
  input: settleInput,
  run: async ({ tx, acting }, { incomingId, version, settledOn }) => {
    const found = await getIncoming(tx, incomingId)
    refuseIf(whyNotSettle(acting, found))
    const updated = await changeRow(tx, 'incoming', { id: incomingId, version }, { settled_on: settledOn })
    const audit = { kind: 'incoming', id: incomingId, programme: found.programmeId, detail: { settledOn } }
    return { result: { incomingId, version: updated.version }, audit }
  },
})
