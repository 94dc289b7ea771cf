import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { getReport } from '../store.ts'

/** Takes a report that was entered by mistake out of every table. */
export const removeReport = command({
  name: 'outcomes.remove-report',
  permission: WORK,
  input: versionedInput,
  run: async ({ tx, acting, now }, { reportId, version }) => {
    const found = await getReport(tx, reportId)
    refuseIf(whyNotChange(acting, found))
    const updated = await changeRow(tx, 'outcome_report', { id: reportId, version }, { removed_at: now })
    return {
      result: { reportId, version: updated.version },
      audit: { kind: 'outcome-report', id: reportId, programme: found.programmeId, detail: { removed: true } },
    }
  },
})
