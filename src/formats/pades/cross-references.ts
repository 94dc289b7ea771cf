import { inflate } from './inflate.ts'
import { readObject } from './read-object.ts'
import { Scanner } from './scanner.ts'
import { Damaged, type Dict, dictOf, listOf, Stream } from './values.ts'

/** Where an object stands: at an offset of the file, or as the n-th of a packed stream. `null`: free. */
export type Place = { offset: number } | { packed: number; index: number } | null
export type CrossReferences = { places: Map<number, Place>; trailer: Dict /** All offsets of all sections. */; offsets: number[] }

const MOST_OBJECTS = 2_000_000
const MOST_SECTIONS = 6000

/** Follows the sections from the last `startxref` back; what a newer section says wins (ISO 32000-1, 7.5.4–7.5.8). */
export const readCrossReferences = (bytes: Buffer): CrossReferences => {
  const at = bytes.lastIndexOf('startxref')
  if (at < 0) throw new Damaged('no startxref')
  const all: CrossReferences = { places: new Map(), trailer: new Map() as Dict, offsets: [] }
  const waiting = [new Scanner(bytes, at + 9).integer()]
  const seen = new Set<number>()
  let newest: Dict | null = null
  for (let start = waiting.shift(); start !== undefined; start = waiting.shift()) {
    if (seen.has(start)) continue
    if (seen.size > MOST_SECTIONS || start >= bytes.length) throw new Damaged('sections run in a circle')
    seen.add(start)
    const trailer = readSection(bytes, start, all)
    newest ??= trailer
    const earlier = trailer.get('Prev')
    if (typeof earlier === 'number') waiting.push(earlier)
  }
  return { ...all, trailer: newest! }
}

const readSection = (bytes: Buffer, start: number, all: CrossReferences): Dict => {
  const scanner = new Scanner(bytes, start)
  return scanner.takes('xref') ? readTable(scanner, all) : readPacked(bytes, start, all)
}

const note = (all: CrossReferences, number: number, place: Place): void => {
  if (all.places.size > MOST_OBJECTS) throw new Damaged('too many objects')
  if (place && 'offset' in place) all.offsets.push(place.offset)
  if (!all.places.has(number)) all.places.set(number, place)
}

const readTable = (scanner: Scanner, all: CrossReferences): Dict => {
  const rows: [number, Place][] = []
  while (!scanner.takes('trailer')) {
    const [first, count] = [scanner.integer(), scanner.integer()]
    for (let i = 0; i < count; i++) {
      const offset = scanner.integer()
      scanner.integer()
      rows.push([first + i, scanner.word() === 'n' ? { offset } : null])
      if (rows.length > MOST_OBJECTS) throw new Damaged('too many objects')
    }
  }
  const trailer = dictOf(scanner.value())
  if (!trailer) throw new Damaged('no trailer')
  // What a hybrid file hides from old readers stands as free in the table (7.5.8.4).
  const hidden = trailer.get('XRefStm')
  if (typeof hidden === 'number') readPacked(scanner.bytes, hidden, all)
  for (const [number, place] of rows) note(all, number, place)
  return trailer
}

const readPacked = (bytes: Buffer, start: number, all: CrossReferences): Dict => {
  const stream = readObject(bytes, start).value
  if (!(stream instanceof Stream)) throw new Damaged('no cross references')
  all.offsets.push(start)
  const widths = listOf(stream.dict.get('W')).map(Number)
  const size = widths.reduce((sum, width) => sum + width, 0)
  const data = inflate(stream)
  if (widths.length !== 3 || !(size > 0) || widths.some(width => !(width >= 0 && width <= 6))) throw new Damaged('widths')
  const index = listOf(stream.dict.get('Index') ?? [0, stream.dict.get('Size') ?? 0]).map(Number)
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let i = 0; i < index[pair + 1]! && at + size <= data.length; i++, at += size) {
      note(all, index[pair]! + i, placeOf(data.subarray(at, at + size), widths))
    }
  }
  return stream.dict
}

const placeOf = (row: Buffer, widths: number[]): Place => {
  const [a, b, c] = widths as [number, number, number]
  const kind = a ? row.readUIntBE(0, a) : 1
  const second = b ? row.readUIntBE(a, b) : 0
  if (kind === 1) return { offset: second }
  return kind === 2 ? { packed: second, index: c ? row.readUIntBE(a + b, c) : 0 } : null
}
