import type { HoldingSource } from '../../engine/feature.ts'
import { citationOf, listPapers } from './store.ts'
import { titleOf } from './words.ts'

/** Papers of the own side on their way to being issued, with whoever entered them. */
export const paperHoldings: HoldingSource = {
  kind: 'official-paper',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const papers = await listPapers(db, { states: ['draft', 'checked', 'frozen'] })
    return papers
      .filter(paper => paper.bodyId === acting.bodyId)
      .map(paper => ({
        kind: 'official-paper',
        id: paper.id,
        title: titleOf(paper),
        context: citationOf(paper) ?? '',
        address: `/van-ban/${paper.id}`,
        dueOn: null,
        accountId: paper.createdBy,
      }))
  },
}
