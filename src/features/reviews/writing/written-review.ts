import { compile } from '../compiling/compile.ts'
import type { CompiledReview, CompileInput, Figure, FigureQuery, FigureWords } from '../contract.ts'
import { idOf, queryOf } from '../figure-id.ts'
import { printFigure, wordsOfFigures } from '../figure-text.ts'
import { FigureBook } from '../figures.ts'
import { GUARDED } from '../hidden-counts.ts'
import { blocksOf, openText } from './text.ts'

/** A review whose words stand in the shared text and whose figures are reckoned now. What a text says of a number is never believed. */
export function writtenReview(input: CompileInput, state: Uint8Array): CompiledReview {
  const book = new FigureBook(input)
  return writtenOver(compile(input, book), state, query => book.enter(query))!
}

/**
 * The same over what was compiled before. `reckon` gives a figure that the text has and the compiling does not tell; null where the records
 * for it are not at hand, and then the whole is null.
 */
export function writtenOver(
  compiled: CompiledReview,
  state: Uint8Array,
  reckon: (query: FigureQuery) => Figure | null,
): CompiledReview | null {
  const told = wordsOfFigures(compiled)
  const figures: Record<string, Figure> = { ...compiled.figures }
  let unknown = false
  const print = (id: string): FigureWords | null => {
    const text = told.get(id)
    if (text !== undefined) return Object.hasOwn(figures, id) ? { text } : { text, untold: true }
    const query = queryOf(id)
    if (query === null || GUARDED.has(query.kind)) return null
    const figure = figures[id] ?? ofSameTarget(query, id) ?? reckon(query)
    unknown ||= figure === null
    if (figure === null) return null
    figures[id] = figure
    return { text: printFigure(figure) }
  }
  // The target of an item may have changed since: one paper tells one share, by the target that stands.
  const ofSameTarget = (query: FigureQuery, id: string): Figure | null => {
    if (query.kind !== 'share') return null
    const { target: _then, ...rest } = query
    const now = Object.values(compiled.figures).find(({ query: { target: _now, ...other } }) => idOf(other) === idOf(rest))
    return now ? { ...now, id } : null
  }
  const blocks = blocksOf(openText(state), print)
  if (unknown) return null
  const used = [...wordsOfFigures({ ...compiled, blocks }).keys()].filter(id => Object.hasOwn(figures, id)).toSorted()
  return { ...compiled, blocks, figures: Object.fromEntries(used.map(id => [id, figures[id]!])) }
}
