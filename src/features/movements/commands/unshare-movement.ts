import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { LEAD, whyNotUnshare } from '../rules.ts'
import { getMovement } from '../store.ts'

/** A leader shows a movement to the own body alone again. */
export const unshareMovement = command({
  name: 'movements.unshare-movement',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotUnshare(acting, found))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { shared_at: null })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { shared: false } },
    }
  },
})
