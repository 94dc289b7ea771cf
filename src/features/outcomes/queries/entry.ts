import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { reportIdInput } from '../contract.ts'
import { whyNotOwn } from '../rules.ts'
import { getReport } from '../store.ts'

/** A report as its own body entered it, small counts too: for who puts it right. */
export const entry = query({
  name: 'outcomes.entry',
  permission: { roles: workers, reach: 'own' },
  input: reportIdInput,
  run: async ({ db, acting }, { reportId }) => {
    const found = await getReport(db, reportId)
    refuseIf(whyNotOwn(acting, found))
    const figures = await db
      .selectFrom('outcome_figure')
      .select(['commune_id as communeId', 'value'])
      .where('report_id', '=', reportId)
      .execute()
    const { bodyId: _body, total: _total, removed: _removed, ...report } = found
    return { report, figures }
  },
})
