import type { CellDraft } from '../source-writer.ts'
import type { PageLayout, PageTable } from './page-layout.ts'

export type TableRow = { page: number; cells: CellDraft[] }
/** A table through all its pages. */
export type LongTable = { rows: TableRow[] }
/** What one page shows of a table: its rows that begin on this page. */
export type TablePart = { table: LongTable; top: number; rows: TableRow[] }

/** A table that stood last on its page, and so may go on. */
type OpenTable = { table: LongTable; xs: readonly number[] }

/** Points by which a column may differ from one page to the next. */
const NEAR = 5

/**
 * Joins tables that go on over a page's end: the repeated head is dropped, a row cut by the page's end is made whole and
 * stands where it began.
 */
export const joinTables = (pages: readonly PageLayout[]): Map<PageLayout, TablePart[]> => {
  const parts = new Map<PageLayout, TablePart[]>()
  let open: OpenTable | null = null
  for (const page of pages) {
    const own: TablePart[] = []
    for (const [i, drawn] of page.tables.entries()) {
      const before: OpenTable | null = i === 0 ? open : null
      const goesOn: boolean = before !== null && isFirst(drawn, page) && sameGrid(before.xs, drawn.xs)
      const here: OpenTable = before && goesOn ? before : { table: { rows: [] }, xs: drawn.xs }
      own.push({ table: here.table, top: drawn.top, rows: addRows(here.table, onGrid(drawn, here.xs), page.number) })
      open = isLast(drawn, page) ? here : null
    }
    if (!page.tables.length) open = null
    parts.set(page, own)
  }
  return parts
}

const isFirst = (table: PageTable, page: PageLayout): boolean => !page.segments.some(segment => segment.bottom < table.top + NEAR)

const isLast = (table: PageTable, page: PageLayout): boolean =>
  table === page.tables.at(-1) && !page.segments.some(segment => segment.top > table.top)

/** One page may lack columns that its rows have merged away; no column stands where the other page has none. */
const sameGrid = (a: readonly number[], b: readonly number[]): boolean => {
  const within = (few: readonly number[], many: readonly number[]): boolean =>
    few.every(x => many.some(other => Math.abs(other - x) < NEAR))
  const width = Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0))
  return width < NEAR && within(b, a)
}

/** The rows with their columns counted on the grid of the table's first page. */
const onGrid = (table: PageTable, xs: readonly number[]): CellDraft[][] => {
  const place = (column: number): number => {
    const x = table.xs[column] ?? 0
    return xs.reduce((best, other, i) => (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x) ? i : best), 0)
  }
  return table.rows.map(row =>
    row.map(cell => {
      const column = place(cell.column)
      return { ...cell, column, columnSpan: place(cell.column + cell.columnSpan) - column }
    }),
  )
}

const addRows = (table: LongTable, rows: readonly CellDraft[][], page: number): TableRow[] => {
  const fresh = table.rows.length ? rows.slice(countHead(table, rows)) : rows
  const [first, ...others] = fresh
  const last = table.rows.at(-1)
  const cut = first && last && isRest(first, last.cells)
  if (cut) for (const cell of first) appendCell(last.cells, cell)
  const added = (cut ? others : fresh).map(cells => ({ page, cells: cells.map(cell => ({ ...cell })) }))
  table.rows.push(...added)
  return added
}

const textOf = (row: readonly CellDraft[]): string => row.map(cell => cell.text.replace(/\s+/g, ' ')).join('\t')

/** How many rows repeat the table's head. */
const countHead = (table: LongTable, rows: readonly CellDraft[][]): number => {
  const differs = rows.findIndex((row, i) => textOf(row) !== textOf(table.rows[i]?.cells ?? []))
  return differs < 0 ? rows.length : differs
}

/**
 * Whether a page's first row is the rest of the row before it: its first cell is blank where that row had one of its own.
 * Under a cell merged over many rows, only a text that goes on in the middle of a sentence tells.
 */
const isRest = (row: readonly CellDraft[], before: readonly CellDraft[]): boolean => {
  const [first] = row
  if (!first || first.column !== 0 || first.text !== '') return false
  const sameCells = row.every(cell => before.some(other => other.column === cell.column && other.columnSpan === cell.columnSpan))
  if (!sameCells) return false
  if (before[0]?.column === 0 && before[0].text !== '') return true
  return row.some(cell => /^\p{Ll}/u.test(cell.text) && /[^.;:]$/.test(findCell(before, cell)?.text ?? ''))
}

const findCell = (cells: readonly CellDraft[], like: CellDraft): CellDraft | undefined =>
  cells.find(cell => cell.column === like.column)

const appendCell = (cells: readonly CellDraft[], rest: CellDraft): void => {
  const cell = findCell(cells, rest)
  if (cell && rest.text) cell.text = cell.text ? `${cell.text}\n${rest.text}` : rest.text
}
