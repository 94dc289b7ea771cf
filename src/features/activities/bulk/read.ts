import type { z } from 'zod'
import type { ReadCell, ReadRow } from '../../../formats/xlsx/read.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { RefusalData, WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { type BulkRow, bulkRow } from '../contract.ts'
import type { Details, DetailValue } from '../details.ts'
import type { ListedKind } from '../kind-book.ts'
import type { KindField } from '../kinds.ts'
import { whyNotFigures, whyNotHeld } from '../rules.ts'
import { cellName, type Reading, readDay, readNumber, text } from './cells.ts'
import { type BulkColumn, bulkColumns } from './columns.ts'
import type { FoundPlaces } from './places.ts'
import { sayingOf } from './row.ts'

/** What a table is read against. `itemId` of "2026/14". */
export type BulkGround = {
  kind: ListedKind
  itemId: (code: string) => string | null
  placesOf: (cell: string) => FoundPlaces
  programme: { periodFrom: number; periodTo: number }
  today: IsoDate
}
/** A row as it was read, or what stands against it. `title` is what the row calls itself. */
export type BulkLine = { line: number; title: string; row: BulkRow | null; problem: WhyNot }
export type BulkTable = { lines: BulkLine[]; problem: WhyNot }

const no = (code: string, data: RefusalData = {}) => ({ row: null, problem: { code, data } })
const isHead = (cells: readonly ReadCell[]) => cells.some(cell => typeof cell === 'string' && fold(cell) === 'ten hoat dong')
const isEmpty = (cells: readonly ReadCell[]): boolean => cells.every(cell => text(cell) === '')

/** Reads a table of activities of one kind, judged row by row; columns may stand in any order, unknown ones are left aside. */
export function readBulk(rows: Iterable<ReadRow>, ground: BulkGround): BulkTable {
  const columns = bulkColumns(ground.kind)
  let at: Map<BulkColumn, number> | null = null
  const seen = new Map<string, number>()
  const lines: BulkLine[] = []
  for (const { number, cells } of rows) {
    if (!at) {
      if (!isHead(cells)) continue
      const heads = cells.map(cell => fold(text(cell)))
      at = new Map(
        columns.flatMap(column => (heads.includes(fold(column.title)) ? [[column, heads.indexOf(fold(column.title))]] : [])),
      )
      const missing = columns.find(column => column.required && !at!.has(column))
      if (missing) return { lines: [], problem: { code: 'activities.bulk-no-column', data: { column: missing.title } } }
      continue
    }
    // The second line of our own table says what goes into each column.
    if (isEmpty(cells) || text(cells[0] ?? null).startsWith('Năm và số mục')) continue
    const cellOf = (column: BulkColumn) => {
      const where = at!.get(column) ?? -1
      return { cell: cells[where] ?? null, at: cellName(where, number) }
    }
    lines.push(readLine(number, columns, cellOf, ground, seen))
  }
  return { lines, problem: lines.length === 0 ? { code: at ? 'activities.bulk-empty' : 'activities.bulk-no-head' } : null }
}

/** The cell of a column in a line, and its name. */
type CellOf = (column: BulkColumn) => { cell: ReadCell; at: string }

function readLine(
  line: number,
  columns: readonly BulkColumn[],
  cellOf: CellOf,
  ground: BulkGround,
  seen: Map<string, number>,
): BulkLine {
  const title = text(cellOf(columns.find(column => column.holds === 'title')!).cell)
  const read = readFields(columns, cellOf, ground)
  if (!read.row) return { line, title, ...read }
  const row = { ...read.row, line }
  const key = JSON.stringify(sayingOf(row))
  const twin = seen.get(key)
  if (twin !== undefined) return { line, title, ...no('activities.bulk-twice', { line: twin }) }
  seen.set(key, line)
  return { line, title, row, problem: null }
}

type Written = Record<string, unknown> & { details: Details }

function readFields(columns: readonly BulkColumn[], cellOf: CellOf, ground: BulkGround) {
  const written: Written = { kind: ground.kind.key, details: {}, itemIds: [] }
  for (const column of columns) {
    const { cell, at } = cellOf(column)
    if (text(cell) === '') {
      if (column.required) return no('activities.bulk-missing', { column: column.title })
      continue
    }
    const problem = put(written, column, cell, ground)
    if (problem) return no(problem.code, { ...problem.data, at })
  }
  const parsed = bulkRow.safeParse({ ...written, line: 1 })
  if (!parsed.success) return notARow(columns, cellOf, parsed.error.issues[0]!)
  const { line: _line, ...row } = parsed.data
  const problem = whyNotHeld(row, ground.programme, ground.today) ?? whyNotFigures([ground.kind], row)
  return problem ? { row: null, problem } : { row, problem: null }
}

/** Which cell does not hold what it should, by its name and the title of its column. */
function notARow(columns: readonly BulkColumn[], cellOf: CellOf, { path, message }: z.core.$ZodIssue) {
  const holder = columns.find(({ holds }) => (typeof holds === 'object' ? holds.detail === path[1] : holds === path[0]))
  const code = message === 'field.too-long' ? 'activities.bulk-too-long' : 'activities.bulk-cell'
  return no(code, { column: holder?.title ?? '', at: holder ? cellOf(holder).at : '' })
}

/** Puts the value of one cell where it belongs; why not where it cannot be read. */
function put(written: Written, { holds, title }: BulkColumn, cell: ReadCell, ground: BulkGround): WhyNot {
  const found = { column: title, found: text(cell).slice(0, 60) }
  const keep = <Value>(read: Reading<Value>, into: (value: Value) => void): WhyNot => {
    if ('wrong' in read) return { code: `activities.bulk-${read.wrong}`, data: found }
    into(read.value)
    return null
  }
  if (typeof holds === 'object') {
    const wrong = keep(readDetail(holds, cell, ground), value => putDetail(written.details, holds, value))
    return wrong?.code === 'activities.bulk-choice'
      ? { ...wrong, data: { ...found, choices: choicesOf(holds.detail, ground) } }
      : wrong
  }
  if (holds === 'item') {
    const itemId = ground.itemId(text(cell).replaceAll(' ', ''))
    if (!itemId) return { code: 'activities.bulk-no-item', data: { item: text(cell) } }
    written['itemIds'] = [itemId]
    return null
  }
  if (holds === 'places') {
    const { ids, unknown } = ground.placesOf(text(cell))
    written['placeIds'] = ids
    return unknown ? { code: 'activities.bulk-no-place', data: { name: unknown } } : null
  }
  if (holds === 'heldOn' || holds === 'heldTo') return keep(readDay(cell, ground.today), day => (written[holds] = day))
  if (holds === 'title' || holds === 'place' || holds === 'note') {
    written[holds] = text(cell)
    return null
  }
  return keep(readNumber(cell, holds === 'money'), value => {
    written[holds] = holds === 'money' ? value : { value, unit: ground.kind[holds] }
  })
}

type Detail = { detail: string; half?: string }
const fieldOf = (detail: string, { kind }: BulkGround): KindField => kind.fields.find(one => one.key === detail)!
const choicesOf = (detail: string, ground: BulkGround): string => Object.values(fieldOf(detail, ground).choices ?? {}).join('; ')

function readDetail({ detail, half }: Detail, cell: ReadCell, ground: BulkGround): Reading<string | number> {
  const field = fieldOf(detail, ground)
  if (half === 'date' || field.type === 'date') return readDay(cell, ground.today)
  if (isNumber(field.type)) return readNumber(cell, field.type === 'money')
  const words = wordsOf(field, cell, ground.placesOf)
  return words === null ? { wrong: field.type === 'place' ? 'place' : 'choice' } : { value: words }
}

function putDetail(details: Details, { detail, half }: Detail, value: string | number): void {
  const before = typeof details[detail] === 'object' ? details[detail] : {}
  if (half === undefined) details[detail] = value
  else if (half === 'number' || half === 'date')
    details[detail] = { number: '', date: null, ...before, [half]: value } as DetailValue
  else details[detail] = { first: 0, second: null, ...before, [half]: value } as DetailValue
}

const isNumber = (type: string): boolean => type === 'count' || type === 'money' || type === 'pair'

/** The words of a cell; of a choice its key, of a place its id, null where the list does not have it. */
function wordsOf({ type, choices }: KindField, cell: ReadCell, placesOf: BulkGround['placesOf']): string | null {
  if (type === 'place') return placesOf(text(cell)).ids[0] ?? null
  if (type !== 'choice') return text(cell)
  return Object.entries(choices ?? {}).find(([, name]) => fold(name) === fold(text(cell)))?.[0] ?? null
}
