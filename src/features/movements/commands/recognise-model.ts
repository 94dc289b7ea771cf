import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { recogniseInput } from '../contract.ts'
import { WORK, whyNotRecognise } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Notes the decision that recognises a model. From then on it can be repeated elsewhere. */
export const recogniseModel = command({
  name: 'movements.recognise-model',
  permission: WORK,
  input: recogniseInput,
  run: async ({ tx, acting, today }, { movementId, version, number, date, issuer }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotRecognise(acting, found, date, today))
    const decision = { recognised_number: number, recognised_date: date, recognised_by: issuer }
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, decision)
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { recognised: number } },
    }
  },
})
