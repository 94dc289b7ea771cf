import type { FoundSignature } from './find-signatures.ts'
import { isTwice } from './shapes.ts'
import { listOf, Text } from './values.ts'
import type { Fault } from './verdict.ts'

export type SignedBytes = { end: number; parts: [Buffer, Buffer] }

/** A revision ends with the place of its cross references (ISO 32000-1, 7.5.5): "%%EOF" alone may be a comment before what nobody signed. */
const REVISION_END = /startxref\s+\d+\s+(?:%(?!%EOF)[^\r\n]*[\r\n]\s*)*%%EOF[\s\0]*$/
export const endsRevision = (tail: string): boolean => REVISION_END.test(tail)
const HEX_ONLY = /^<[\da-fA-F]*>$/

/**
 * The bytes that a signature says it covers: from 0 to the end of its revision, but for exactly its own /Contents
 * (ETSI EN 319 142-1, 5.1; ISO 32000-1, 12.8.1). Anything looser lets somebody put in what nobody signed.
 */
export const readByteRange = (file: Buffer, { dict, extent }: FoundSignature): SignedBytes | Fault => {
  // Readers differ on which of two equal keys counts.
  if (isTwice(dict, 'ByteRange') || isTwice(dict, 'Contents')) return 'byte-range-malformed'
  const range = listOf(dict.get('ByteRange'))
  if (range.length !== 4 || !range.every(part => Number.isSafeInteger(part) && Number(part) >= 0)) return 'byte-range-malformed'
  const [start, first, second, length] = range.map(Number) as [number, number, number, number]
  const end = second + length
  if (start !== 0 || first === 0 || length === 0 || second <= first) return 'byte-range-malformed'
  if (end > file.length) return 'byte-range-past-end'
  const gap = file.toString('latin1', first, second)
  const contents = dict.get('Contents')
  if (!HEX_ONLY.test(gap) || !(contents instanceof Text) || !contents.bytes.equals(Buffer.from(gap.slice(1, -1), 'hex'))) {
    return 'byte-range-gap'
  }
  // The gap of another signature with the same bytes is not its own.
  if (!extent || first < extent[0] || second > extent[1]) return 'byte-range-gap'
  if (!endsRevision(file.toString('latin1', Math.max(0, end - 300), end))) return 'byte-range-not-revision'
  return { end, parts: [file.subarray(0, first), file.subarray(second, end)] }
}
