import type { Feature } from '../../engine/feature.ts'
import { compareClauses } from './queries/compare.ts'

/** What a programme has left to learn before the next one: what it says twice and what it never did. */
export const renewal: Feature = { name: 'renewal', commands: [], queries: [compareClauses] }
