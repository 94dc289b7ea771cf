import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { endDatedRow } from '../../../engine/db/dated-rows.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A day of reports that the province has set holds up to yesterday. */
export const endReportTerm = command({
  name: 'supervision.end-report-term',
  permission: KEEP,
  input: z.strictObject({ termId: uuid }),
  run: async ({ tx, today }, { termId }) => {
    const validTo = await endDatedRow(tx, 'supervision_report_term', termId, today)
    return { result: { termId }, audit: { kind: 'supervision-report-term', id: termId, detail: { validTo } } }
  },
})
