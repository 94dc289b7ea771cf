import { compile } from '../compiling/compile.ts'
import type { CompiledBlock, CompiledReview, CompileInput, Figure, FigureQuery, Sentence } from '../contract.ts'
import { queryOf } from '../figure-id.ts'
import { printFigure } from '../figure-text.ts'
import { FigureBook } from '../figures.ts'
import { blocksOf, openText } from './text.ts'

/** Counts of persons and of the people's petitions are told only where the compiling tells them: it leaves out what is too small. */
const GUARDED: ReadonlySet<FigureQuery['kind']> = new Set(['split', 'honours', 'petitions'])

/** A review whose words stand in the shared text and whose figures are reckoned now. What a text says of a number is never believed. */
export function writtenReview(input: CompileInput, state: Uint8Array): CompiledReview {
  const book = new FigureBook(input)
  const compiled = compile(input, book)
  const told = new Set(Object.keys(compiled.figures))
  const find = (id: string): Figure | null => {
    if (told.has(id)) return book.figures[id]!
    const query = queryOf(id)
    return query === null || GUARDED.has(query.kind) ? null : book.enter(query)
  }
  const print = (id: string): string | null => {
    const figure = find(id)
    return figure ? printFigure(figure) : null
  }
  const blocks = blocksOf(openText(state), print)
  const used = [...blocks.flatMap(linesOf), ...compiled.annex.flatMap(row => row.cells)].flatMap(idsOf)
  return { ...compiled, blocks, figures: Object.fromEntries(used.toSorted().map(id => [id, book.figures[id]!])) }
}

const linesOf = (block: CompiledBlock): Sentence[] => {
  if (block.kind === 'sentence') return [block.pieces]
  return block.kind === 'table' ? block.rows.flat() : []
}

const idsOf = (line: Sentence): string[] => line.flatMap(piece => (typeof piece === 'string' ? [] : [piece.figure]))
