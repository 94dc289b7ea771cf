import { parseCsv } from '../../../kernel/csv.ts'
import { parseDateText } from '../../../kernel/date-text.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { RefusalData, WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { type Place, type PlaceInput, type PlaceKind, placeInput } from './contract.ts'
import { kindOfName, liesUnder, namePlace, sameName, whyNotPlace } from './rules.ts'

/** Heads of columns, folded, with the words that offices use for them. */
const HEADS = {
  kind: ['loai', 'cap', 'loai don vi'],
  name: ['ten', 'ten don vi', 'ten dia ban', 'don vi'],
  code: ['ma', 'ma so', 'ma don vi'],
  parent: ['thuoc', 'truc thuoc', 'don vi cap tren', 'cap tren', 'xa', 'tinh'],
  validFrom: ['tu ngay', 'ngay thanh lap', 'hieu luc tu'],
  validTo: ['den ngay', 'ngay ket thuc', 'hieu luc den'],
} as const
type Column = keyof typeof HEADS
const COLUMNS = Object.keys(HEADS) as Column[]

export type TableRow = { line: number; cells: Record<Column, string>; place: PlaceInput | null; problem: WhyNot }
export type PlacesTable = { rows: TableRow[]; problem: WhyNot }
type Standing = Pick<Place, 'id' | 'kind' | 'name' | 'code' | 'parentId' | 'validFrom' | 'validTo'>

type Reading = { known: Standing[]; today: IsoDate; newId: () => string }

/**
 * Reads a table of places (columns Loại, Tên, Mã, Thuộc, Từ ngày, Đến ngày in any order; only Tên is needed) against those that stand.
 * Every row comes back, with what it would enter or why it cannot. A row may lie under a row before it; without a word in Thuộc, under the only one there is.
 */
export function readPlacesTable(text: string, standing: readonly Place[], today: IsoDate, newId: () => string): PlacesTable {
  const [head, ...body] = parseCsv(text)
  const columns = head?.cells.map(cell => COLUMNS.find(column => HEADS[column].some(word => word === fold(cell)))) ?? []
  if (!columns.includes('name')) return { rows: [], problem: { code: 'places.no-name-column' } }
  const reading = { known: standing.filter(place => place.validTo === null) as Standing[], today, newId }
  const rows = body.map(({ line, cells }) => {
    const named = Object.fromEntries(COLUMNS.map(column => [column, cells[columns.indexOf(column)] ?? ''])) as TableRow['cells']
    return { line, cells: named, ...readRow(named, reading) }
  })
  return { rows, problem: rows.length === 0 ? { code: 'places.empty-table' } : null }
}

type Outcome = Pick<TableRow, 'place' | 'problem'>
const no = (code: string, data: RefusalData = {}): Outcome => ({ place: null, problem: { code, data } })

function readRow(cells: TableRow['cells'], { known, today, newId }: Reading): Outcome {
  const kind = cells.kind ? kindNamed(cells.kind) : kindOfName(cells.name)
  if (!cells.name) return no('places.name-missing')
  if (!kind) return no('places.kind-unknown', { name: cells.kind || cells.name })
  const parents = known.filter(one => liesUnder(kind, one.kind) && (cells.parent === '' || isNamed(one, cells.parent)))
  if (kind !== 'province' && parents.length === 0) return no('places.parent-unknown', { name: cells.parent })
  if (parents.length > 1) return no('places.parent-ambiguous', { name: cells.parent })
  const [validFrom, validTo] = [cells.validFrom, cells.validTo].map(text => (text ? parseDateText(text, today) : undefined))
  if (validFrom === null || validTo === null) return no('field.date')
  const [parent = null] = parents
  const days = { validFrom: validFrom ?? null, validTo: validTo ?? null }
  const place = { placeId: newId(), kind, name: cells.name, code: cells.code || null, parentId: parent?.id ?? null, ...days }
  const issue = placeInput.safeParse(place).error?.issues[0]
  if (issue) return no(issue.message.startsWith('field.') ? issue.message : 'bad-input')
  const entered = { ...place, id: place.placeId, name: namePlace(kind, place.name) }
  const problem = whyNotPlace(entered, parent, known)
  if (problem) return { place: null, problem }
  if (entered.validTo === null) known.push(entered)
  return { place, problem: null }
}

const kindNamed = (word: string): PlaceKind | null => kindOfName(`${word} x`)

/** By name with or without its word, or by code. */
const isNamed = (place: Standing, text: string): boolean => place.code === text || sameName(place.kind, place.name, text)
