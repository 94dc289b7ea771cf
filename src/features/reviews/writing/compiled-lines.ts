import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { type CompiledBlock, reviewIdInput, type Sentence } from '../contract.ts'
import { toldOf } from '../freezing.ts'
import { getReview } from '../store.ts'

/** A line that compiling tells, under the heading where it stands. */
export type CompiledLine = { heading: string; pieces: Sentence }

export function compiledLines(blocks: readonly CompiledBlock[]): CompiledLine[] {
  let heading = ''
  return blocks.flatMap((block): CompiledLine[] => {
    if (block.kind === 'heading') heading = `${block.label} ${block.text}`.trim()
    if (block.kind === 'table') return block.rows.flat().map(pieces => ({ heading, pieces }))
    return block.kind === 'sentence' ? [{ heading, pieces: block.pieces }] : []
  })
}

/** Everything that compiling tells of a report that is being written, whatever stands in the shared text: its figures can be put into it. */
export const linesCompiled = query({
  name: 'reviews.compiled-lines',
  permission: { roles: anyRole, reach: 'party' },
  input: reviewIdInput,
  run: async ({ db }, { reviewId }) => {
    const review = await getReview(db, reviewId)
    if (review.state === 'frozen') return { lines: [], pictures: [] }
    const { compiled } = await toldOf(db, review)
    return { lines: compiledLines(compiled.blocks), pictures: compiled.pictures ?? [] }
  },
})
