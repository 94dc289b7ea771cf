import { Unreadable } from '../source.ts'
import type { CellDraft } from '../source-writer.ts'
import { type DrawnCell, type DrawnTable, findDrawnTables } from './drawn-tables.ts'
import { cellText, findSegments, legacyCodeOf, type Segment } from './lines.ts'
import type { PageMarks } from './page-marks.ts'
import type { Word } from './shown-words.ts'

/** A page taken apart: what stands in ruled tables, and all other text in segments. */
export type PageLayout = {
  number: number
  height: number
  segments: Segment[]
  tables: PageTable[]
  /** An image fills much of the page. */
  pictured: boolean
  /** Codes of the legacy fonts used. */
  legacy: string[]
  /** Stamps, watermarks and notes upon the text: no part of it. */
  upon: string[]
}

/** `xs` is the column grid measured from the table's left edge. */
export type PageTable = { top: number; left: number; xs: number[]; rows: CellDraft[][] }

/** No page prints more words; a file that does would only keep the reader busy. */
const MOST_WORDS = 60_000

/** @throws Unreadable 'bomb' for a page with more words than can be printed on one */
export const layOutPage = (marks: PageMarks, number: number): PageLayout => {
  if (marks.words.length > MOST_WORDS) throw new Unreadable('bomb', `page ${number}`)
  const drawn = findDrawnTables(marks.rules)
  const taken = new Set<Word>()
  const tables = drawn.map(table => fillTable(table, marks.words, taken)).filter(table => table.rows.length)
  const rest = marks.words.filter(word => !taken.has(word))
  const pictured = marks.imageArea > 0.3 * marks.width * marks.height
  return {
    number,
    height: marks.height,
    segments: findSegments(rest),
    tables,
    pictured,
    legacy: legacyCodes(marks.words),
    upon: marks.turned,
  }
}

const legacyCodes = (words: readonly Word[]): string[] => {
  const fonts = [...new Set(words.map(word => word.font))]
  return [...new Set(fonts.map(legacyCodeOf).filter(code => code !== null))]
}

/** Gives every word whose middle lies in a cell to that cell; rows without any word are left out. */
const fillTable = (table: DrawnTable, words: readonly Word[], taken: Set<Word>): PageTable => {
  const contents = new Map<DrawnCell, Word[]>()
  for (const word of words) {
    const cell = taken.has(word) ? undefined : table.cells.find(cell => holds(cell, word))
    if (!cell) continue
    taken.add(word)
    const own = contents.get(cell)
    if (own) own.push(word)
    else contents.set(cell, [word])
  }
  const rows = Map.groupBy(
    table.cells.toSorted((a, b) => a.row - b.row || a.column - b.column),
    cell => cell.row,
  )
  const drafts = [...rows.values()].map(cells => cells.map(cell => toDraft(cell, contents.get(cell) ?? [])))
  const left = table.xs[0] ?? 0
  return { top: table.ys[0] ?? 0, left, xs: table.xs.map(x => x - left), rows: drafts.filter(row => row.some(cell => cell.text)) }
}

const holds = (cell: DrawnCell, word: Word): boolean => {
  const x = (word.x0 + word.x1) / 2
  const y = word.y - 0.25 * word.size
  return x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom
}

const toDraft = (cell: DrawnCell, words: readonly Word[]): CellDraft => ({
  text: cellText(words),
  column: cell.column,
  columnSpan: cell.columnSpan,
  rowSpan: cell.rowSpan,
})
