import type { IsoDate } from '../../kernel/dates.ts'
import { childrenOf, createXmlReader, type Element, findChild } from '../docx/read/xml.ts'
import { Unreadable } from '../source.ts'
import { openZip, type Zip } from '../zip.ts'
import { columnOf, dateOf } from './book.ts'
import { unescapeCell } from './text.ts'

/** What a cell holds; of a moment its day. An error stands as its words: "#N/A". */
export type ReadCell = string | number | boolean | { date: IsoDate } | null
/** `number` counts from 1 as the program shows it; rows and cells that hold nothing may be absent. */
export type ReadRow = { number: number; cells: ReadCell[] }
export type ReadSheet = { name: string; rows: () => Generator<ReadRow> }

const MOST_CELLS = 2_000_000
const MOST_STRINGS = 1_000_000
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

type Reading = { zip: Zip; strings: readonly string[]; days: readonly boolean[]; from1904: boolean; count: () => void }

/**
 * Opens an XLSX; the rows of a sheet are read as they are asked for.
 * @throws Unreadable 'corrupt' where it is no workbook, 'bomb' past the limits of the zip or of cells, two million at most
 */
export function openXlsx(bytes: Uint8Array, mostCells = MOST_CELLS): ReadSheet[] {
  const zip = openZip(bytes)
  const main = targetsOf(zip, '').find(one => one.kind === 'officeDocument')?.place ?? 'xl/workbook.xml'
  const workbook = readPart(zip, main)
  const targets = targetsOf(zip, main)
  const placeOf = (kind: string) => targets.find(one => one.kind === kind && zip.has(one.place))?.place
  let cells = 0
  const count = () => {
    if (++cells > mostCells) throw new Unreadable('bomb', 'too many cells')
  }
  const reading: Reading = {
    zip,
    strings: readStrings(zip, placeOf('sharedStrings')),
    days: readDayFormats(zip, placeOf('styles')),
    from1904: /^(?:1|true|on)$/.test(child(workbook, 'workbookPr')?.attributes['date1904'] ?? ''),
    count,
  }
  return children(child(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => localName(name) === 'id')?.[1]
    const place = targets.find(one => one.id === id)?.place
    return place && zip.has(place) ? [{ name: attributes['name'] ?? '', rows: () => readRows(reading, place) }] : []
  })
}

function* readRows(reading: Reading, place: string): Generator<ReadRow> {
  const reader = createXmlReader(2)
  let last = 0
  for (const element of elements(reading.zip, place, reader)) {
    if (localName(element.name) !== 'row') continue
    last = Number(element.attributes['r'] ?? last + 1)
    if (!Number.isSafeInteger(last) || last < 1 || last > MOST_ROWS) throw new Unreadable('corrupt', 'row number')
    yield { number: last, cells: readCells(reading, element) }
  }
}

function readCells(reading: Reading, row: Element): ReadCell[] {
  const cells: ReadCell[] = []
  for (const cell of children(row, 'c')) {
    const reference = cell.attributes['r']
    const column = reference === undefined ? cells.length : columnOf(reference)
    if (column === null || column >= MOST_COLUMNS) throw new Unreadable('corrupt', 'cell reference')
    reading.count()
    while (cells.length < column) cells.push(null)
    cells[column] = readCell(reading, cell)
  }
  return cells
}

function readCell({ strings, days, from1904 }: Reading, cell: Element): ReadCell {
  const type = cell.attributes['t'] ?? 'n'
  if (type === 'inlineStr') return stringOf(child(cell, 'is'))
  const value = textOf(child(cell, 'v'))
  if (type === 'str' || type === 'e') return unescapeCell(value)
  if (value === '') return null
  if (type === 's') return strings[Number(value)] ?? null
  if (type === 'b') return value === '1'
  if (type === 'd') return { date: value.slice(0, 10) }
  const number = Number(value)
  if (Number.isNaN(number)) throw new Unreadable('corrupt', 'cell value')
  const date = days[Number(cell.attributes['s'] ?? 0)] ? dateOf(number, from1904) : null
  return date === null ? number : { date }
}

function readStrings(zip: Zip, place: string | undefined): string[] {
  const found: string[] = []
  if (place === undefined) return found
  for (const element of elements(zip, place, createXmlReader(1))) {
    if (localName(element.name) !== 'si') continue
    if (found.push(stringOf(element) ?? '') > MOST_STRINGS) throw new Unreadable('bomb', 'too many strings')
  }
  return found
}

/** Plain or in runs; how a reading aid is pronounced (rPh) is left out. Empty is nothing. */
function stringOf(element: Element | undefined): string | null {
  const runs = [...children(element, 't'), ...children(element, 'r').flatMap(run => children(run, 't'))]
  return unescapeCell(runs.map(textOf).join('')) || null
}

/** By style of a cell: whether its number is a day. Formats 14–22, 27–36, 45–47 and 50–58 are the program's own for days and times. */
function readDayFormats(zip: Zip, place: string | undefined): boolean[] {
  const root = place === undefined ? undefined : readPart(zip, place)
  const own = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(one => [one.attributes['numFmtId'], one.attributes['formatCode'] ?? '']),
  )
  return children(child(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const code = own.get(attributes['numFmtId'])
    if (code !== undefined) return /[dy]|m(?!.*[#0])/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
    const id = Number(attributes['numFmtId'] ?? 0)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  })
}

type Target = { id: string; kind: string; place: string }

/** Where a part's relations lead within the zip; their kinds by the last word. */
function targetsOf(zip: Zip, part: string): Target[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const path = `${folder}_rels/${part.slice(slash)}.rels`
  const found = zip.has(path) ? children(readPart(zip, path), 'Relationship') : []
  return found.flatMap(({ attributes: { Id: id, Type: type, Target: target, TargetMode: mode } }) => {
    const kind = type?.split('/').at(-1)
    return id && kind && target && mode !== 'External' ? [{ id, kind, place: placeIn(folder, target) }] : []
  })
}

/** A place within the zip, from the address that a part gives. */
function placeIn(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  return steps.join('/')
}

function* elements(zip: Zip, place: string, reader: ReturnType<typeof createXmlReader>): Generator<Element> {
  for (const piece of zip.read(place)) yield* reader.write(piece.bytes)
  yield* reader.end()
}

function readPart(zip: Zip, place: string): Element {
  if (!zip.has(place)) throw new Unreadable('corrupt', `no ${place}`)
  const [root] = [...elements(zip, place, createXmlReader(0))]
  if (!root) throw new Unreadable('corrupt', place)
  return root
}

/** Some programs write every name with a prefix. */
const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)
const children = (element: Element | undefined, name: string): Element[] =>
  childrenOf(element).filter(one => localName(one.name) === name)
const child = (element: Element | undefined, name: string): Element | undefined =>
  findChild(element, name) ?? children(element, name)[0]
const textOf = (element: Element | undefined): string => (element?.children ?? []).filter(one => typeof one === 'string').join('')
