import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { changeInput } from '../contract.ts'
import { toldOf, WORK, whyNotChange, whyNotReported } from '../rules.ts'
import { checkCommunes, earlierOf, getReport, writeFigures } from '../store.ts'

/** Puts right what was entered of an official report. */
export const changeReport = command({
  name: 'outcomes.change-report',
  permission: WORK,
  input: changeInput,
  run: async ({ tx, acting, today }, { reportId, version, clausePath, number, issuedOn, issuer, figures }) => {
    const found = await getReport(tx, reportId)
    refuseIf(whyNotChange(acting, found) ?? whyNotReported({ ...found, issuedOn, figures }, today))
    await checkServes(tx, { programmeId: found.programmeId, clausePath }, 'movements.no-programme')
    await checkCommunes(tx, figures)
    const told = toldOf(found.indicator, figures, await earlierOf(tx, found))
    const change = { clause_path: clausePath ?? null, number, issued_on: issuedOn, issuer, told_total: told.total }
    const updated = await changeRow(tx, 'outcome_report', { id: reportId, version }, change)
    await writeFigures(tx, found, figures, told)
    return {
      result: { reportId, version: updated.version },
      audit: { kind: 'outcome-report', id: reportId, programme: found.programmeId, detail: { changed: true } },
    }
  },
})
