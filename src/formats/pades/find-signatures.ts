import { Unreadable } from '../source.ts'
import { type Field, fieldsOf } from './fields.ts'
import type { Pdf } from './pdf.ts'
import { readObject } from './read-object.ts'
import { grantsUsage } from './transforms.ts'
import { Dict, dictOf, Ref, unlessDamaged } from './values.ts'

/** `extent`: from where to where its object stands in the file; null where it cannot be told, as for a packed one. */
export type FoundSignature = { dict: Dict; extent: readonly [start: number, end: number] | null }

const MOST = 500
const UNREADABLE: FoundSignature = { dict: new Dict(), extent: null }

/**
 * All signatures of all revisions, in the order of the file, those too that a later revision hides or that lack what makes
 * one. Bytes that only look like one (a signed PDF attached in a stream) belong to no object of the file's own.
 */
export const findSignatures = (pdf: Pdf): FoundSignature[] => {
  const written = writtenSignatures(pdf)
  const known = new Set(written.map(({ extent }) => extent?.[0]))
  const claimed = signedFields(pdf).filter(({ extent }) => !extent || !known.has(extent[0]))
  if (written.length + claimed.length > MOST) throw new Unreadable('too-heavy', 'signatures')
  const all = [...written, ...claimed].toSorted((a, b) => (a.extent?.[0] ?? Infinity) - (b.extent?.[0] ?? Infinity))
  return all.filter(({ dict }) => !grantsUsage(dict))
}

const writtenSignatures = ({ bytes, references }: Pdf): FoundSignature[] => {
  const offsets = [...new Set(references.offsets)].toSorted((a, b) => a - b)
  const found = new Map<number, FoundSignature>()
  for (let at = bytes.indexOf('/ByteRange'); at >= 0 && found.size <= MOST; at = bytes.indexOf('/ByteRange', at + 1)) {
    const offset = lastUpTo(offsets, at)
    const signature = offset === undefined || found.has(offset) ? null : readAround(bytes, offset, at)
    if (signature) found.set(offset!, signature)
  }
  return [...found.values()]
}

const lastUpTo = (sorted: number[], limit: number): number | undefined => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}

/** The object at `offset`, if it is a dictionary that reaches to the words at `at`. */
const readAround = (bytes: Buffer, offset: number, at: number): FoundSignature | null =>
  unlessDamaged(() => {
    const { value, end } = readObject(bytes, offset)
    return value instanceof Dict && value.has('ByteRange') && at < end ? { dict: value, extent: [offset, end] as const } : null
  }, UNREADABLE)

/** Fields that claim to be signed: what they hold may lack a byte range, be packed or stand in the field itself. */
const signedFields = (pdf: Pdf): FoundSignature[] =>
  [...unlessDamaged(() => fieldsOf(pdf), new Map<string, Field>())].flatMap(([key, { type, value }]) => {
    if (type !== 'Sig' || value === undefined || value === null) return []
    const number = value instanceof Ref ? value.number : Number(key)
    return unlessDamaged(() => {
      const dict = dictOf(pdf.resolve(value))
      return dict ? [{ dict, extent: extentOf(pdf, number) }] : []
    }, [UNREADABLE])
  })

const extentOf = (pdf: Pdf, number: number): FoundSignature['extent'] => {
  const place = Number.isNaN(number) ? null : pdf.placeOf(new Ref(number))
  return place && 'offset' in place ? [place.offset, readObject(pdf.bytes, place.offset).end] : null
}
