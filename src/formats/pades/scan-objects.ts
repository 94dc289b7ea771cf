import type { CrossReferences, Place } from './cross-references.ts'
import { readPackHead } from './packs.ts'
import { readObject } from './read-object.ts'
import { Scanner } from './scanner.ts'
import { Damaged, Dict, nameOf, Stream, unlessDamaged } from './values.ts'

const MARK = /(?<!\d)\d{1,7}[\s\0]{1,20}\d{1,5}[\s\0]{1,20}obj(?![a-zA-Z])|trailer/g
const MOST_OBJECTS = 500_000

/**
 * Where each object stands by the objects themselves, the last one of a number winning, as readers find them that cannot
 * or do not follow the cross references (ISO 32000-1, annex C.2). What stands inside a stream is no object of the file.
 */
export const scanObjects = (bytes: Buffer): CrossReferences => {
  const all = { places: new Map<number, Place>(), trailer: null as Dict | null, offsets: [] as number[] }
  const text = bytes.toString('latin1')
  const mark = new RegExp(MARK)
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const end = match[0] === 'trailer' ? takeTrailer(all, bytes, mark.lastIndex) : takeObject(all, bytes, match.index)
    mark.lastIndex = Math.max(end, mark.lastIndex)
    if (all.offsets.length > MOST_OBJECTS) throw new Damaged('too many objects')
  }
  if (!all.trailer) throw new Damaged('no trailer')
  return { ...all, trailer: all.trailer }
}

type Found = { places: Map<number, Place>; trailer: Dict | null; offsets: number[] }

const takeTrailer = (all: Found, bytes: Buffer, at: number): number => {
  const scanner = new Scanner(bytes, at)
  const dict = unlessDamaged(() => scanner.value(), null)
  if (dict instanceof Dict && dict.has('Root')) all.trailer = dict
  return scanner.at
}

const takeObject = (all: Found, bytes: Buffer, offset: number): number => {
  const object = unlessDamaged(() => readObject(bytes, offset), null)
  if (!object) return 0
  all.offsets.push(offset)
  all.places.set(object.number, { offset })
  const { value, number, end } = object
  if (!(value instanceof Stream)) return end
  const type = nameOf(value.dict.get('Type'))
  if (type === 'XRef' && value.dict.has('Root')) all.trailer = value.dict
  if (type === 'ObjStm') {
    const numbers = unlessDamaged(() => readPackHead(value).numbers, [])
    numbers.forEach((one, index) => all.places.set(one, { packed: number, index }))
  }
  return end
}
