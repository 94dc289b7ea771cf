import { compile } from '../compiling/compile.ts'
import type { CompiledReview, CompileInput, FigureWords } from '../contract.ts'
import { queryOf } from '../figure-id.ts'
import { printFigure, wordsOfFigures } from '../figure-text.ts'
import { FigureBook } from '../figures.ts'
import { GUARDED } from '../hidden-counts.ts'
import { blocksOf, openText } from './text.ts'

/** A review whose words stand in the shared text and whose figures are reckoned now. What a text says of a number is never believed. */
export function writtenReview(input: CompileInput, state: Uint8Array): CompiledReview {
  const book = new FigureBook(input)
  const compiled = compile(input, book)
  const told = wordsOfFigures(compiled)
  const isTold = (id: string) => Object.hasOwn(book.figures, id)
  const print = (id: string): FigureWords | null => {
    const text = told.get(id)
    if (text !== undefined) return isTold(id) ? { text } : { text, untold: true }
    const query = queryOf(id)
    return query === null || GUARDED.has(query.kind) ? null : { text: printFigure(book.enter(query)) }
  }
  const blocks = blocksOf(openText(state), print)
  const used = [...wordsOfFigures({ ...compiled, blocks }).keys()].filter(isTold).toSorted()
  return { ...compiled, blocks, figures: Object.fromEntries(used.map(id => [id, book.figures[id]!])) }
}
