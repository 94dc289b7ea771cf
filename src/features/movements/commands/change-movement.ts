import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { hasActivities } from '../activities.ts'
import { changeInput } from '../contract.ts'
import { WORK, whyNotChange, whyNotCopied, whyNotFields } from '../rules.ts'
import { columnsOf, getMovement, setMeasures } from '../store.ts'

/** Puts right what is written of a movement, while it goes on. */
export const changeMovement = command({
  name: 'movements.change-movement',
  permission: WORK,
  input: changeInput,
  run: async ({ tx, acting }, { movementId, version, ...fields }) => {
    const found = await getMovement(tx, movementId)
    const source = found.copiedFrom ? await getMovement(tx, found.copiedFrom).catch(() => null) : null
    refuseIf(
      whyNotChange(acting, found) ??
        whyNotFields(found.kind, fields) ??
        (source && whyNotCopied(found.kind, fields.startsOn, { ...source, recognised: true })),
    )
    await checkServes(tx, fields, 'movements.no-programme')
    const columns = columnsOf(fields)
    const leaves = columns.programme_id !== found.programmeId
    if (leaves && (await hasActivities(tx, movementId))) throw new Refusal('movements.activities-hang')
    // What was shown to the parties of one programme is not shown to those of another.
    const updated = await changeRow(
      tx,
      'movement',
      { id: movementId, version },
      { ...columns, ...(leaves ? { shared_at: null } : {}) },
    )
    await setMeasures(tx, { id: movementId, bodyId: found.bodyId }, fields.measures)
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: columns.programme_id, detail: { changed: true } },
    }
  },
})
