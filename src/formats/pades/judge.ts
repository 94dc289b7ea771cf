import { Unreadable } from '../source.ts'
import { readByteRange } from './byte-range.ts'
import { findSignatureDicts, namesSignatures } from './find-signatures.ts'
import { judgeSignature } from './judge-signature.ts'
import { orderOf } from './order.ts'
import { Pdf } from './pdf.ts'
import { readTimestamp } from './timestamp.ts'
import { Damaged, type Dict, nameOf, Text } from './values.ts'
import type { Integrity, Judgement } from './verdict.ts'

/** From the best to the worst. */
const WORSE: Integrity[] = ['intact', 'intact-with-notes', 'unreadable', 'broken']

/** Judges all signatures of a PDF. @throws Unreadable where the bytes are no PDF that can be judged. */
export const judgePdf = (input: Uint8Array): Judgement => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.subarray(0, 1024).indexOf('%PDF-') < 0) throw new Unreadable('unknown-format', 'no PDF')
  const file = openPdf(bytes)
  if (file?.encrypted) throw new Unreadable('password')
  const dicts = file ? findSignatureDicts(file) : namesSignatures(bytes)
  if (!file && dicts.length === 0) throw new Unreadable('corrupt')
  const stamps = dicts.filter(isStamp)
  const signatures = dicts.filter(dict => !isStamp(dict)).map(dict => judgeSignature(bytes, dict, file))
  const verdicts = [...signatures.map(one => one.integrity), ...stamps.map(dict => judgeStamp(bytes, dict))]
  const integrity = WORSE.findLast(one => verdicts.some(verdict => verdict === one)) ?? 'unsigned'
  return { integrity: signatures.length ? integrity : 'unsigned', signatures, order: orderOf(signatures) }
}

const isStamp = (dict: Dict): boolean => nameOf(dict.get('SubFilter')) === 'ETSI.RFC3161'

/** A time stamp over the whole document is nobody's signature, but one that does not fit is something to see. */
const judgeStamp = (bytes: Buffer, dict: Dict): Integrity => {
  const range = readByteRange(bytes, dict)
  const contents = dict.get('Contents')
  if (typeof range === 'string' || !(contents instanceof Text)) return 'broken'
  return readTimestamp(contents.bytes, range.parts)?.intact ? 'intact' : 'intact-with-notes'
}

const openPdf = (bytes: Buffer): Pdf | null => {
  try {
    const pdf = new Pdf(bytes)
    return pdf.catalog && pdf
  } catch (error) {
    if (error instanceof Damaged) return null
    throw error
  }
}
