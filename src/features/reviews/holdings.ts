import type { HoldingSource } from '../../engine/feature.ts'
import type { ReportPeriod } from '../../kernel/periods.ts'
import { periodName } from './compiling/compile.ts'

/** Reports of the own side that are not frozen. */
export const reviewHoldings: HoldingSource = {
  kind: 'review',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('review')
      .select(['id', 'kind', 'year', 'half', 'due_on', 'created_by'])
      .where('owner_body', '=', acting.bodyId)
      .where('state', '<>', 'frozen')
      .execute()
    return rows.map(({ id, kind, year, half, due_on, created_by }) => ({
      kind: 'review',
      id,
      title: `Báo cáo ${periodName({ kind, year, half } as ReportPeriod)}`,
      context: '',
      address: `/bao-cao/${id}`,
      dueOn: due_on,
      accountId: created_by,
    }))
  },
}
