import type { Feature, HoldingSource } from '../../engine/feature.ts'
import { agree } from './commands/agree.ts'
import { apply } from './commands/apply.ts'
import { draft } from './commands/draft.ts'
import { noteCounts } from './commands/note-counts.ts'
import { noteFailure } from './commands/note-failure.ts'
import { withdraw } from './commands/withdraw.ts'
import { applyDue, countHoldings } from './jobs.ts'
import { list } from './queries/list.ts'
import { one } from './queries/one.ts'
import { pieces } from './queries/pieces.ts'
import { printedNames } from './queries/printed-names.ts'
import { timeline } from './queries/timeline.ts'

/** Merge, split, rename, move, change of kind, end of a level: recorded, agreed, applied on the day; the past stays as it was. */
export const reorganisation = ({ holdings }: { holdings: readonly HoldingSource[] }): Feature => ({
  name: 'reorganisation',
  commands: [draft, agree, withdraw, apply, noteCounts, noteFailure],
  queries: [list, one, pieces, printedNames, timeline],
  jobs: ground => [applyDue(ground), countHoldings(ground, holdings)],
})
