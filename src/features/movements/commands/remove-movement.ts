import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotRemove } from '../rules.ts'
import { copiesOf, getMovement } from '../store.ts'

/** Takes a movement that was entered by mistake out of the list. */
export const removeMovement = command({
  name: 'movements.remove-movement',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting, now }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotRemove(acting, found, await copiesOf(tx, movementId)))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { removed_at: now })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { removed: true } },
    }
  },
})
