import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordReportInput } from '../contract.ts'
import { WORK, whyNotReport } from '../rules.ts'

/** Takes down that the report on a quarter or a year has left the house: number, day, to whom. */
export const recordReport = command({
  name: 'supervision.record-report',
  permission: WORK,
  input: recordReportInput,
  run: async ({ tx, acting, now, today }, { reportId, year, quarter, paperNumber, paperDate, addressee }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotReport(acting, { year, quarter }, paperDate, today))
    const paper = { paper_number: paperNumber, paper_date: paperDate, addressee }
    const recorded = await tx
      .insertInto('supervision_report')
      .values({ id: reportId, body_id: bodyId, year, quarter, ...paper, created_by: accountId, created_at: now })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!recorded) throw new Refusal('supervision.reported-already')
    return { result: { reportId }, audit: { kind: 'supervision-report', id: reportId, detail: { year, quarter } } }
  },
})
