import type { HoldingSource } from '../../engine/feature.ts'
import { submissionHoldings } from '../programmes/index.ts'
import { reviewName } from './compiling/compile.ts'
import { listReviews, periodOf } from './store.ts'

/** Reports of the own side that are not frozen. */
export const reviewHoldings: HoldingSource = {
  kind: 'review',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('review')
      .select(['id', 'kind', 'year', 'half', 'first_year', 'due_on', 'created_by'])
      .where('owner_body', '=', acting.bodyId)
      .where('state', '<>', 'frozen')
      .execute()
    return rows.map(({ id, due_on, created_by, ...row }) => ({
      kind: 'review',
      id,
      title: `Báo cáo ${reviewName(periodOf(row))}`,
      context: '',
      address: `/bao-cao/${id}`,
      dueOn: due_on,
      accountId: created_by,
    }))
  },
}

export const reviewSubmissions = submissionHoldings('review', async ({ db }) => {
  const found = await listReviews(db)
  return new Map(found.map(({ id, period }) => [id, { title: `Báo cáo ${reviewName(period)}`, address: `/bao-cao/${id}` }]))
})
