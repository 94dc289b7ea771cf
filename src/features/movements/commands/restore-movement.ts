import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotRestore } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Puts a movement back into the list. */
export const restoreMovement = command({
  name: 'movements.restore-movement',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotRestore(acting, found))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { removed_at: null })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { removed: false } },
    }
  },
})
