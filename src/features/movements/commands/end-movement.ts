import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { endInput } from '../contract.ts'
import { WORK, whyNotEnd } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Ends a movement with its reason; its years stay. */
export const endMovement = command({
  name: 'movements.end-movement',
  permission: WORK,
  input: endInput,
  run: async ({ tx, acting, today }, { movementId, version, endedOn, reason }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotEnd(acting, found, endedOn, today))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { ended_on: endedOn, ended_reason: reason })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { endedOn } },
    }
  },
})
