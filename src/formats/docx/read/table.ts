import type { CellDraft } from '../../source-writer.ts'
import type { Reading } from './reading.ts'
import { drawsLines } from './styles.ts'
import { childrenOf, type Element, findChild, valueOf } from './xml.ts'

/** A table that only sets text side by side (a head in two columns, signatures) is read block by block, without a grid. */
export type PrintedTable = { kind: 'table'; rows: CellDraft[][] } | { kind: 'blocks'; lines: string[] }

/** More rows than this set no head and no signatures. */
const MOST_LAYOUT_ROWS = 8
const MOST_LAYOUT_COLUMNS = 3

/** @param readBlocks reads what stands in a cell, as lines */
export const readTable = (table: Element, reading: Reading, readBlocks: (blocks: Element[]) => string[]): PrintedTable => {
  const rows = rowsOf(table, reading).map(row => readRow(row, readBlocks))
  return isLayout(table, rows, reading) ? { kind: 'blocks', lines: byColumns(rows) } : { kind: 'table', rows: spanRows(rows) }
}

/** A cell as Word writes it: one that goes on from above stands again, marked `continued`. */
type WrittenCell = { lines: string[]; column: number; columnSpan: number; continued: boolean }

const rowsOf = (table: Element, reading: Reading): Element[] =>
  unwrap(table, 'w:tr').filter(row => {
    const deleted = findChild(findChild(row, 'w:trPr'), 'w:del')
    if (deleted) reading.odd.add('tracked-changes')
    return !deleted
  })

/** Rows and cells may stand in content controls and other wrappers. */
const unwrap = (parent: Element, name: string): Element[] =>
  childrenOf(parent).flatMap(child => {
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|customXml|smartTag|ins|moveTo)$/.test(child.name) ? unwrap(child, name) : []
  })

const readRow = (row: Element, readBlocks: (blocks: Element[]) => string[]): WrittenCell[] => {
  let column = spanOf(valueOf(findChild(row, 'w:trPr'), 'w:gridBefore') ?? '0')
  const cells: WrittenCell[] = []
  for (const cell of unwrap(row, 'w:tc')) {
    const properties = findChild(cell, 'w:tcPr')
    const columnSpan = Math.max(1, spanOf(valueOf(properties, 'w:gridSpan') ?? '1'))
    const merge = findChild(properties, 'w:vMerge')
    const last = cells.at(-1)
    const lines = readBlocks(childrenOf(cell).filter(child => child !== properties))
    if (valueOf(properties, 'w:hMerge') === 'continue' && last) last.columnSpan += columnSpan
    else cells.push({ lines, column, columnSpan, continued: merge !== undefined && merge.attributes['w:val'] !== 'restart' })
    column += columnSpan
  }
  return cells
}

/** Word knows 63 columns. */
const spanOf = (value: string): number => Math.min(63, Math.max(0, Math.trunc(Number(value)) || 0))

/** Draws no line, and is as small as a head or a place for signatures; or has one column: a frame around text. */
const isLayout = (table: Element, rows: readonly WrittenCell[][], reading: Reading): boolean => {
  const columns = new Set(rows.flat().map(cell => cell.column)).size
  if (columns < 2) return true
  if (rows.length > MOST_LAYOUT_ROWS || columns > MOST_LAYOUT_COLUMNS) return false
  const properties = findChild(table, 'w:tblPr')
  const own = findChild(properties, 'w:tblBorders')
  const drawn = own ? drawsLines(own) : reading.styles.hasBorders(valueOf(properties, 'w:tblStyle'))
  return !drawn && !unwrap(table, 'w:tr').some(row => unwrap(row, 'w:tc').some(hasBorders))
}

const hasBorders = (cell: Element): boolean => {
  const borders = findChild(findChild(cell, 'w:tcPr'), 'w:tcBorders')
  // One line under a title is an ornament; lines on two sides make a cell.
  return childrenOf(borders).filter(side => !/^(?:nil|none)$/.test(side.attributes['w:val'] ?? 'none')).length > 1
}

const byColumns = (rows: readonly WrittenCell[][]): string[] => {
  const cells = rows.flat()
  const columns = [...new Set(cells.map(cell => cell.column))].toSorted((a, b) => a - b)
  return columns.flatMap(column => cells.filter(cell => cell.column === column).flatMap(cell => cell.lines))
}

const spanRows = (rows: readonly WrittenCell[][]): CellDraft[][] =>
  rows.map((row, at) =>
    row
      .filter(cell => !cell.continued || at === 0)
      .map(({ lines, column, columnSpan }) => ({
        text: lines.join('\n'),
        column,
        columnSpan,
        rowSpan: heightOf(rows, at, column),
      })),
  )

const heightOf = (rows: readonly WrittenCell[][], at: number, column: number): number => {
  let end = at + 1
  while (rows[end]?.some(cell => cell.continued && cell.column === column)) end++
  return end - at
}
