import type { Source, SourceCell, SourceTable } from '../../../formats/source.ts'
import type { Line, Sheet } from './lines.ts'
import { healInPlace } from './lines.ts'

/** What a column of a table of tasks holds. */
export type Role = 'number' | 'task' | 'lead' | 'support' | 'deadline' | 'product'

/** A table whose head names tasks and who does them by when. `cells` has one entry a known column, empty where the row has none. */
export type TaskRow = { cells: Partial<Record<Role, SourceCell>>; filled: SourceCell[]; page: number | null }
export type TaskTable = { span: readonly [number, number]; rows: TaskRow[]; columns: number }

const ROLES: readonly [Role, RegExp][] = [
  ['number', /^(?:tt|stt|số tt|số thứ tự|s\.?tt|#)\.?$/iu],
  ['support', /phối hợp/iu],
  [
    'lead',
    /chủ trì|(?:cơ quan|đơn vị|bộ phận|người) (?:thực hiện|phụ trách|chịu trách nhiệm|tham mưu)|phân công|trách nhiệm|^thực hiện$/iu,
  ],
  ['deadline', /thời (?:hạn|gian|điểm)|tiến độ|hoàn thành|lộ trình/iu],
  ['product', /sản phẩm|kết quả|đầu ra|hình thức văn bản|cấp trình/iu],
  ['task', /nhiệm vụ|nội dung|công việc|hoạt động|đề án|giải pháp|tên văn bản|chương trình/iu],
]

const textOf = (cell: SourceCell): string => healInPlace(cell.text).replace(/\s+/g, ' ').trim()

/** Tables of tasks: the file's own, or rows of tab-divided cells in a plain text. */
export const findTaskTables = (source: Source, sheet: Sheet, lines: readonly Line[]): TaskTable[] => {
  const tables = source.tables.length ? source.tables : findTabbed(sheet, lines)
  return joinPages(tables.flatMap(table => readTaskTable(table) ?? []))
}

type Columns = Map<Role, number>

/** Rows below a head that names tasks and at least one of lead, support, time and product; null for other tables. */
const readTaskTable = (table: SourceTable): (TaskTable & { columnsOf: Columns }) | null => {
  const at = table.rows.slice(0, 4).findIndex(row => isHead(columnsIn(row.cells)))
  const head = table.rows[at]
  if (!head) return null
  const second = table.rows[at + 1]
  const lower: Columns = second && isSubHead(second.cells) ? columnsIn(second.cells) : new Map()
  const columns = new Map([...columnsIn(head.cells), ...lower])
  const rows = toRows(table.rows.slice(at + (lower.size ? 2 : 1)), columns)
  const width = Math.max(...head.cells.map(cell => cell.column + cell.columnSpan))
  return { span: table.span, rows, columns: width, columnsOf: columns }
}

const columnsIn = (cells: readonly SourceCell[]): Columns => {
  const found: Columns = new Map()
  for (const cell of cells) {
    const text = textOf(cell)
    const role = text.length < 80 ? ROLES.find(([role, words]) => !found.has(role) && words.test(text))?.[0] : undefined
    if (role) found.set(role, cell.column)
  }
  return found
}

const isHead = (columns: Columns): boolean => columns.has('task') && columns.size >= 3
const isSubHead = (cells: readonly SourceCell[]): boolean => {
  const columns = columnsIn(cells)
  return columns.size > 0 && !columns.has('task') && cells.filter(cell => textOf(cell)).length <= columns.size + 1
}

const toRows = (rows: SourceTable['rows'], columns: Columns): TaskRow[] => {
  const above: { cell: SourceCell; until: number }[] = []
  return rows.flatMap((row, i) => {
    for (const cell of row.cells) if (cell.rowSpan > 1) above.push({ cell, until: i + cell.rowSpan })
    const filled = row.cells.filter(cell => textOf(cell))
    if (!filled.length || isHead(columnsIn(row.cells)) || isCounting(filled) || isSubHead(row.cells)) return []
    const cells: TaskRow['cells'] = {}
    for (const [role, column] of columns) {
      const own = row.cells.find(
        cell => cell.column === column || (cell.column <= column && column < cell.column + cell.columnSpan),
      )
      const cell = own ?? above.find(({ cell, until }) => i < until && cell.column === column)?.cell
      if (cell && textOf(cell)) cells[role] = cell
    }
    return [{ cells, filled, page: row.page }]
  })
}

/** "(1) (2) (3)" under a head. */
const isCounting = (cells: readonly SourceCell[]): boolean =>
  cells.length > 2 && cells.every((cell, i) => textOf(cell).replace(/[()]/g, '') === String(i + 1))

/** A table that goes on after a page without its head is read by some readers as another one; those with a head join here. */
const joinPages = (tables: readonly (TaskTable & { columnsOf: Columns })[]): TaskTable[] => {
  const joined: (TaskTable & { columnsOf: Columns })[] = []
  for (const table of tables) {
    const last = joined.at(-1)
    const goesOn =
      last &&
      last.columns === table.columns &&
      [...table.columnsOf].every(([role, column]) => last.columnsOf.get(role) === column)
    if (goesOn) joined[joined.length - 1] = { ...last, span: [last.span[0], table.span[1]], rows: [...last.rows, ...table.rows] }
    else joined.push(table)
  }
  return joined
}

/** Rows of cells divided by tabs (or upright strokes) in a plain text: at least three lines on end. */
const findTabbed = (sheet: Sheet, lines: readonly Line[]): SourceTable[] => {
  const tables: SourceTable[] = []
  let rows: SourceTable['rows'] = []
  const close = (): void => {
    const [first, last] = [rows[0], rows.at(-1)]
    if (first && last && rows.length > 1) tables.push({ span: [first.span[0], last.span[1]], rows })
    rows = []
  }
  for (const [i, line] of lines.entries()) {
    // The rule under a head drawn with strokes.
    if (rows.length > 0 && /^[\s|:+-]+$/.test(line.text)) continue
    const cells = cellsIn(sheet.plain, line)
    const ahead = lines.slice(i + 1, i + 4).some(next => cellsIn(sheet.plain, next).length > 2)
    const between = rows.length > 0 && cells.length > 0 && cells.length < 3 && ahead
    if (cells.length > 2 || between) rows.push({ span: [line.start, line.end], page: null, cells })
    else close()
  }
  close()
  return tables
}

const cellsIn = (plain: string, line: Line): SourceCell[] => {
  const raw = plain.slice(line.start, line.end)
  const strokes = raw.split('|').length > 3
  const inner = strokes ? raw.replace(/^\|/, ' ').replace(/\|$/, ' ') : raw
  if (/^[\s|:-]+$/.test(inner)) return []
  let column = 0
  return [...inner.matchAll(strokes ? /[^|]+|(?<=\|)(?=\|)/g : /[^\t]+|(?<=\t)(?=\t)/g)].map(found => {
    const text = found[0].trim()
    const start = line.start + found.index + found[0].indexOf(text)
    return { text, span: [start, start + text.length] as const, column: column++, columnSpan: 1, rowSpan: 1 }
  })
}
