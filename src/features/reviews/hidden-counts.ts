import type { CompiledBlock, CompiledReview, Figure, FigureQuery, Sentence } from './contract.ts'
import { printCount, wordsOfFigures } from './figure-text.ts'

/** Counts of persons and of the people's petitions are told only where the compiling tells them, and in its words: it hides what is small. */
export const GUARDED: ReadonlySet<FigureQuery['kind']> = new Set(['split', 'honours', 'petitions'])

/** Reports of earlier days were frozen with the numbers that their words hide: what is read of them leaves these out, what is kept stays. */
export function withoutHidden(review: CompiledReview): CompiledReview {
  const words = wordsOfFigures(review)
  const isHidden = ({ id, value, query }: Figure) => GUARDED.has(query.kind) && !words.get(id)?.startsWith(printCount(value))
  const hidden = new Set(Object.values(review.figures).flatMap(one => (isHidden(one) ? [one.id] : [])))
  if (hidden.size === 0) return review
  const figures = Object.fromEntries(Object.entries(review.figures).filter(([id]) => !hidden.has(id)))
  return { ...review, figures, blocks: review.blocks.map(block => untoldIn(block, hidden)) }
}

/** The block with its hidden figures marked, so that none of them opens. */
function untoldIn(block: CompiledBlock, hidden: ReadonlySet<string>): CompiledBlock {
  const mark = (line: Sentence): Sentence =>
    line.map(piece => (typeof piece === 'object' && hidden.has(piece.figure) ? { ...piece, untold: true } : piece))
  if (block.kind === 'sentence') return { ...block, pieces: mark(block.pieces) }
  return block.kind === 'table' ? { ...block, rows: block.rows.map(row => row.map(mark)) } : block
}
