import { compile } from '../compiling/compile.ts'
import type { CompiledReview, CompileInput, FigureQuery } from '../contract.ts'
import { queryOf } from '../figure-id.ts'
import { printFigure, wordsOfFigures } from '../figure-text.ts'
import { FigureBook } from '../figures.ts'
import { blocksOf, openText } from './text.ts'

/** Counts of persons and of the people's petitions are told only where the compiling tells them, and in its words: it hides what is small. */
const GUARDED: ReadonlySet<FigureQuery['kind']> = new Set(['split', 'honours', 'petitions'])

/** A review whose words stand in the shared text and whose figures are reckoned now. What a text says of a number is never believed. */
export function writtenReview(input: CompileInput, state: Uint8Array): CompiledReview {
  const book = new FigureBook(input)
  const compiled = compile(input, book)
  const told = wordsOfFigures(compiled)
  const print = (id: string): string | null => {
    const words = told.get(id)
    if (words !== undefined) return words
    const query = queryOf(id)
    return query === null || GUARDED.has(query.kind) ? null : printFigure(book.enter(query))
  }
  const blocks = blocksOf(openText(state), print)
  const used = [...wordsOfFigures({ ...compiled, blocks }).keys()].toSorted()
  return { ...compiled, blocks, figures: Object.fromEntries(used.map(id => [id, book.figures[id]!])) }
}
