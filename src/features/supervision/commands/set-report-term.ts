import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setReportTermInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Sets by when reports are sent, from a day on; what the province had set before for the same ends the day before. The law's rows stay. */
export const setReportTerm = command({
  name: 'supervision.set-report-term',
  permission: KEEP,
  input: setReportTermInput,
  run: async ({ tx, acting, now }, { termId, span, level, month, day, basis, validFrom }) => {
    await tx
      .updateTable('supervision_report_term')
      .set({ valid_to: addDays(validFrom, -1) })
      .where('span', '=', span)
      .where('level', level ? '=' : 'is', level)
      .where('valid_to', 'is', null)
      .where('valid_from', '<', validFrom)
      .execute()
    const row = { id: termId, span, level, month, day, basis, valid_from: validFrom }
    await tx
      .insertInto('supervision_report_term')
      .values({ ...row, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    return {
      result: { termId },
      audit: { kind: 'supervision-report-term', id: termId, detail: { span, level, month, day, validFrom } },
    }
  },
})
