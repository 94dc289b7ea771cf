import type { DeadlineSource, Feature, HoldingSource, Searchable } from '../../engine/feature.ts'
import { handOver } from './hand-over.ts'
import { myWork, search } from './queries.ts'

export type Contributed = {
  searchables: readonly Searchable[]
  deadlines: readonly DeadlineSource[]
  holdings: readonly HoldingSource[]
}

/** Search and "Việc của tôi" over what every other feature contributes. Reads only. */
export const insight = ({ deadlines, searchables, holdings }: Contributed): Feature => ({
  name: 'insight',
  commands: [],
  queries: [myWork(deadlines, holdings), handOver(holdings), search(searchables)],
})
