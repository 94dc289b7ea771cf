import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { LEAD, whyNotShare } from '../rules.ts'
import { getMovement } from '../store.ts'

/** A leader shows a movement to the parties of its programme: its years and activities, as they stand from now on. */
export const shareMovement = command({
  name: 'movements.share-movement',
  permission: LEAD,
  input: versionedInput,
  run: async ({ tx, acting, now }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotShare(acting, found))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { shared_at: now })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { shared: true } },
    }
  },
})
