import { printNumber } from '../../kernel/numbers.ts'
import type { CompiledReview, Figure } from './contract.ts'

/** Numbers as papers print them: whole ones below ten with a zero, "02", "117", "1.433". */
export const printCount = (value: number): string =>
  Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : printNumber(value)

/** A figure as a piece of a sentence: "02 lớp", "100%". */
export const printFigure = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  unit === '%' ? `${printCount(value).replace(/^0(?=\d)/, '')}%` : `${printCount(value)} ${unit}`.trim()

/** The words in which a review tells each of its figures, by id: in its sentences, else in its annex, else beside its pictures. */
export function wordsOfFigures({ blocks, annex, pictures = [] }: Omit<CompiledReview, 'head' | 'figures'>): Map<string, string> {
  const lines = blocks.flatMap(block =>
    block.kind === 'sentence' ? [block.pieces] : block.kind === 'table' ? block.rows.flat() : [],
  )
  const words = new Map<string, string>()
  for (const piece of [...lines, ...annex.flatMap(row => row.cells)].flat())
    if (typeof piece !== 'string' && !words.has(piece.figure)) words.set(piece.figure, piece.text)
  for (const { unit, series } of pictures)
    for (const { figure, value } of series.flatMap(one => one.values))
      if (figure !== undefined && !words.has(figure)) words.set(figure, printFigure({ value, unit }))
  return words
}
