import type { DeadlineSource, Feature, Searchable } from '../../engine/feature.ts'
import { myWork, search } from './queries.ts'

export type Contributed = { searchables: readonly Searchable[]; deadlines: readonly DeadlineSource[] }

/** Search and "Việc của tôi" over what every other feature contributes. Reads only. */
export const insight = ({ deadlines, searchables }: Contributed): Feature => ({
  name: 'insight',
  commands: [],
  queries: [myWork(deadlines), search(searchables)],
})
