import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotRestore } from '../rules.ts'
import { getReport, refuseTwice } from '../store.ts'

/** Puts a report back. */
export const restoreReport = command({
  name: 'outcomes.restore-report',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting }, { reportId, version }) => {
    const found = await getReport(tx, reportId)
    refuseIf(whyNotRestore(acting, found))
    await refuseTwice(tx, found, reportId)
    const updated = await changeRow(tx, 'outcome_report', { id: reportId, version }, { removed_at: null })
    return {
      result: { reportId, version: updated.version },
      audit: { kind: 'outcome-report', id: reportId, programme: found.programmeId, detail: { removed: false } },
    }
  },
})
