import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { reportIdInput } from '../contract.ts'
import { WORK } from '../rules.ts'

/** A report was taken down by mistake: it waits to be sent again. */
export const takeBackReport = command({
  name: 'supervision.take-back-report',
  permission: WORK,
  input: reportIdInput,
  run: async ({ tx, acting }, { reportId }) => {
    const taken = await tx
      .deleteFrom('supervision_report')
      .where('id', '=', reportId)
      .where('body_id', '=', personOf(acting).bodyId)
      .returning(['year', 'quarter', 'paper_number'])
      .executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'report' })
    return { result: { reportId }, audit: { kind: 'supervision-report', id: reportId, detail: { takenBack: true, ...taken } } }
  },
})
