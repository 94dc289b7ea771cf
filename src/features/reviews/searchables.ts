import type { Searchable } from '../../engine/feature.ts'
import { reviewName } from './compiling/compile.ts'
import { calmTitle } from './compiling/titles.ts'
import { listReviewsFound } from './store.ts'

/** Reviews by the name of their period and the title of their programme. */
export const reviewSearch: Searchable = {
  kind: 'review',
  find: async ({ db }, words, limit) => {
    const found = await listReviewsFound(db, words, limit)
    return found.map(review => ({
      kind: 'review',
      id: review.id,
      title: `Báo cáo ${reviewName(review.period)}`,
      context: calmTitle(review.programmeTitle),
      address: `/bao-cao/${review.id}`,
      rank: review.rank,
    }))
  },
}
