import type { Book, Cell, CellValue, Look, Sheet } from './book.ts'

export type TableSheet = {
  name: string
  title: string
  /** What the sheet says under its title: source, period, what is left out. */
  notes?: readonly string[]
  /** Width in signs of the normal font; `number` sets its cells to the right, in whole numbers where they are. */
  columns: readonly { title: string; width: number; number?: boolean }[]
  rows: readonly (readonly CellValue[])[]
}

const body: Look = { border: true, wrap: true, middle: true }
const HEAD: Look = { ...body, bold: true, align: 'center', shaded: true }

/** A workbook of plain tables: a title, what is to be known, a head that stays, and the rows. */
export const tableBook = (title: string, author: string, sheets: readonly TableSheet[]): Book => ({
  title,
  author,
  sheets: sheets.map(sheetOf),
})

function sheetOf({ name, title, notes = [], columns, rows }: TableSheet): Sheet {
  const wide = (value: string, look: Look) => ({ cells: [{ value, across: columns.length, look: { wrap: true, ...look } }] })
  const top = [wide(title, { bold: true, size: 14 }), ...notes.map(note => wide(note, { italic: true }))]
  return {
    name,
    columns: columns.map(column => column.width),
    frozen: top.length + 1,
    repeat: [top.length + 1, top.length + 1],
    landscape: true,
    rows: [
      ...top,
      { cells: columns.map((column): Cell => ({ value: column.title, look: HEAD })) },
      ...rows.map(row => ({ cells: row.map((value, at): Cell => ({ value, look: lookOf(value, columns[at]?.number) })) })),
    ],
  }
}

function lookOf(value: CellValue, number = false): Look {
  if (!number) return body
  const whole = typeof value === 'number' && Number.isInteger(value)
  return { border: true, middle: true, align: 'right', ...(whole && { format: 'whole' as const }) }
}

/** Where a workbook goes out over HTTP. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
