import type { Pdf } from './pdf.ts'
import { readObject } from './read-object.ts'
import { Damaged, Dict } from './values.ts'

const MOST = 500

/**
 * All signature dictionaries of all revisions, in the order of the file, those too that a later revision hides. Bytes that
 * only look like one (a signed PDF attached in a stream) belong to no object of the file's own cross references.
 */
export const findSignatureDicts = (pdf: Pdf): Dict[] => {
  const offsets = [...new Set(pdf.references.offsets)].toSorted((a, b) => a - b)
  const found = new Map<number, Dict>()
  for (let at = pdf.bytes.indexOf('/ByteRange'); at >= 0 && found.size < MOST; at = pdf.bytes.indexOf('/ByteRange', at + 1)) {
    const offset = offsets.findLast(one => one <= at)
    const dict = offset === undefined || found.has(offset) ? null : readDict(pdf.bytes, offset)
    if (dict?.has('ByteRange')) found.set(offset!, dict)
  }
  return [...found.values()]
}

/** A last resort for a file whose cross references are lost: nothing is judged by it but that the file names signatures. */
export const namesSignatures = (bytes: Buffer): Dict[] => {
  const found: Dict[] = []
  for (let at = bytes.indexOf('/ByteRange'); at >= 0 && found.length < MOST; at = bytes.indexOf('/ByteRange', at + 1)) {
    const start = /\d+\s+\d+\s+$/.exec(tail(bytes, bytes.lastIndexOf('obj', at)))
    const dict = start && readDict(bytes, bytes.lastIndexOf('obj', at) - start[0].length)
    if (dict?.has('ByteRange')) found.push(dict)
  }
  return found
}

const readDict = (bytes: Buffer, offset: number): Dict | null => {
  try {
    const { value } = readObject(bytes, offset)
    return value instanceof Dict ? value : null
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return null
  }
}

const tail = (bytes: Buffer, end: number): string => bytes.toString('latin1', Math.max(0, end - 30), Math.max(0, end))
