import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { reportYearInput } from '../contract.ts'
import { WORK, whyNotReportYear } from '../rules.ts'
import { getMovement } from '../store.ts'
import { writeYear } from '../years.ts'

/** Writes what a year came to; of a model its review. */
export const reportYear = command({
  name: 'movements.report-year',
  permission: WORK,
  input: reportYearInput,
  run: async ({ tx, acting, today }, { movementId, version, year, reportedOn, figures, said }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotReportYear(acting, found, { year, day: reportedOn, said, figures: figures.length }, today))
    await writeYear(tx, { ...found, year }, 'reached', { reported_on: reportedOn, said }, figures)
    const updated = await changeRow(tx, 'movement', { id: movementId, version }, {})
    return {
      result: { movementId, version: updated.version },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { reported: year } },
    }
  },
})
