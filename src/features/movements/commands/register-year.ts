import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { registerYearInput } from '../contract.ts'
import { WORK, whyNotRegisterYear } from '../rules.ts'
import { getMovement } from '../store.ts'
import { writeYear } from '../years.ts'

/** Writes what is registered for a year, in the units of the movement. */
export const registerYear = command({
  name: 'movements.register-year',
  permission: WORK,
  input: registerYearInput,
  run: async ({ tx, acting, today }, { movementId, version, year, registeredOn, figures }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotRegisterYear(acting, found, { year, day: registeredOn }, today))
    await writeYear(tx, { ...found, year }, 'registered', { registered_on: registeredOn }, figures)
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, {})
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { registered: year } },
    }
  },
})
