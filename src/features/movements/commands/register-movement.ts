import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { registerInput } from '../contract.ts'
import { WORK, whyNotCopied, whyNotFields } from '../rules.ts'
import { columnsOf, getMovement, setMeasures } from '../store.ts'

/** Enters a campaign, a movement, a twinning or a model. Until a leader shows it, it is the own body's. */
export const registerMovement = command({
  name: 'movements.register-movement',
  permission: WORK,
  input: registerInput,
  run: async ({ tx, acting, now }, { movementId, kind, copiedFrom, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    const source = copiedFrom ? await getMovement(tx, copiedFrom) : null
    refuseIf(whyNotFields(kind, fields) ?? whyNotCopied(kind, fields.startsOn, source))
    await checkServes(tx, fields, 'movements.no-programme')
    const columns = { ...columnsOf(fields), kind, copied_from: copiedFrom ?? null }
    await tx
      .insertInto('movement')
      .values({ id: movementId, body_id: bodyId, ...columns, created_by: accountId, created_at: now })
      .execute()
    await setMeasures(tx, { id: movementId, bodyId }, fields.measures)
    return {
      result: { movementId, version: 1 },
      audit: {
        kind: 'movement',
        id: movementId,
        programme: fields.programmeId ?? null,
        detail: { kind, copiedFrom: copiedFrom ?? null },
      },
    }
  },
})
