import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotWithdraw } from '../rules.ts'
import { copiesOf, getMovement } from '../store.ts'

/** Takes back a recognition that was noted wrongly, while nobody repeats the model. */
export const withdrawRecognition = command({
  name: 'movements.withdraw-recognition',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotWithdraw(acting, found, await copiesOf(tx, movementId)))
    const none = { recognised_number: null, recognised_date: null, recognised_by: null }
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, none)
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { recognised: null } },
    }
  },
})
