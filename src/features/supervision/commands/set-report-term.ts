import { command } from '../../../engine/command.ts'
import { setDatedRow } from '../../../engine/db/dated-rows.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setReportTermInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Sets by when reports are sent, from a day on; what the province had set before for the same ends the day before. The law's rows stay. */
export const setReportTerm = command({
  name: 'supervision.set-report-term',
  permission: KEEP,
  input: setReportTermInput,
  run: async ({ tx, acting, now }, { termId, validFrom, basis, ...term }) => {
    const by = { created_by: personOf(acting).accountId, created_at: now }
    await setDatedRow(tx, 'supervision_report_term', ['span', 'level'], {
      id: termId,
      ...term,
      basis,
      valid_from: validFrom,
      ...by,
    })
    return { result: { termId }, audit: { kind: 'supervision-report-term', id: termId, detail: { ...term, validFrom } } }
  },
})
