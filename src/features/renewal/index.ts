import type { Feature } from '../../engine/feature.ts'
import { agreeEnding } from './commands/agree-ending.ts'
import { decideClauses } from './commands/decide-clauses.ts'
import { draftNext } from './commands/draft-next.ts'
import { endProgramme } from './commands/end-programme.ts'
import { noteEndingFailure } from './commands/note-ending-failure.ts'
import { proposeEnding } from './commands/propose-ending.ts'
import { withdrawEnding } from './commands/withdraw-ending.ts'
import { endingDeadlines } from './ending/deadlines.ts'
import { endProgrammes } from './jobs.ts'
import { nextExport } from './next-export.ts'
import { compareClauses } from './queries/compare.ts'
import { endingLines } from './queries/ending-lines.ts'
import { endings } from './queries/endings.ts'
import { next } from './queries/next.ts'

export { overlapsOf, type Span } from './overlap.ts'

/** What a programme has left to learn before the next one: what it says twice and what it never did; and the next one itself. */
export const renewal: Feature = {
  name: 'renewal',
  commands: [decideClauses, draftNext, proposeEnding, agreeEnding, withdrawEnding, endProgramme, noteEndingFailure],
  queries: [compareClauses, next, endings, endingLines],
  jobs: ground => [endProgrammes(ground)],
  deadlines: [endingDeadlines],
  exports: [nextExport],
}
