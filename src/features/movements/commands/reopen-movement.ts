import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotReopen } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Lets a movement that was ended go on. */
export const reopenMovement = command({
  name: 'movements.reopen-movement',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting }, { movementId, version }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotReopen(acting, found))
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, { ended_on: null, ended_reason: null })
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { endedOn: null } },
    }
  },
})
