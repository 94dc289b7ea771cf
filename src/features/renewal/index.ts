import type { Feature } from '../../engine/feature.ts'
import { decideClauses } from './commands/decide-clauses.ts'
import { draftNext } from './commands/draft-next.ts'
import { nextExport } from './next-export.ts'
import { compareClauses } from './queries/compare.ts'
import { next } from './queries/next.ts'

export { overlapsOf, type Span } from './overlap.ts'

/** What a programme has left to learn before the next one: what it says twice and what it never did; and the next one itself. */
export const renewal: Feature = {
  name: 'renewal',
  commands: [decideClauses, draftNext],
  queries: [compareClauses, next],
  exports: [nextExport],
}
