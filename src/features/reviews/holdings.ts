import type { HoldingSource } from '../../engine/feature.ts'
import type { ReportPeriod } from '../../kernel/periods.ts'
import { submissionHoldings } from '../programmes/index.ts'
import { periodName } from './compiling/compile.ts'
import { listReviews } from './store.ts'

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

export const reviewSubmissions = submissionHoldings('review', async ({ db }) => {
  const found = await listReviews(db)
  return new Map(found.map(({ id, period }) => [id, { title: `Báo cáo ${periodName(period)}`, address: `/bao-cao/${id}` }]))
})
