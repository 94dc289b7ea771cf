import type { DeadlineSource, Feature, Searchable } from '../../engine/feature.ts'

export type Contributed = { searchables: readonly Searchable[]; deadlines: readonly DeadlineSource[] }

/** Search and "Việc của tôi" over what every other feature contributes. Reads only. */
export const insight = (_contributed: Contributed): Feature => ({ name: 'insight', commands: [], queries: [] })
