import { Unreadable } from '../source.ts'
import { readByteRange } from './byte-range.ts'
import { type FoundSignature, findSignatures } from './find-signatures.ts'
import { asksIn, judgeSignature } from './judge-signature.ts'
import { orderOf } from './order.ts'
import { Pdf } from './pdf.ts'
import { readTimestamp } from './timestamp.ts'
import type { Ask, TrustList } from './trust.ts'
import { nameOf, Text, unlessDamaged } from './values.ts'
import type { Integrity, Judgement } from './verdict.ts'

/** From the best to the worst. */
const WORSE: Integrity[] = ['intact', 'intact-with-notes', 'unreadable', 'broken']

/** Judges all signatures of a PDF. @throws Unreadable where the bytes are no PDF that can be judged. */
export const judgePdf = (input: Uint8Array, list: TrustList): Judgement => {
  const { file, found } = signaturesIn(input)
  const stamps = found.filter(isStamp)
  const signatures = found.filter(one => !isStamp(one)).map(one => judgeSignature(file, one, list))
  const verdicts = [...signatures.map(one => one.integrity), ...stamps.map(one => judgeStamp(file.bytes, one))]
  const integrity = WORSE.findLast(one => verdicts.some(verdict => verdict === one)) ?? 'unsigned'
  return { integrity: signatures.length ? integrity : 'unsigned', signatures, order: orderOf(signatures) }
}

/** The certificates of a PDF's signatures that are to be asked about, each once; none where the site asks nobody. @throws Unreadable as above */
export const certificatesToAsk = (input: Uint8Array, list: TrustList): Ask[] => {
  if (!list.asking?.length) return []
  const { file, found } = signaturesIn(input)
  const asks = found.filter(one => !isStamp(one)).flatMap(one => unlessDamaged(() => asksIn(file, one, list), []))
  return [...new Map(asks.map(ask => [Buffer.from(ask.certificate).toString('base64'), ask])).values()]
}

function signaturesIn(input: Uint8Array): { file: Pdf; found: FoundSignature[] } {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.subarray(0, 1024).indexOf('%PDF-') < 0) throw new Unreadable('unknown-format', 'no PDF')
  const file = openPdf(bytes)
  const found = findSignatures(file)
  if (!file.readable && found.length === 0) throw new Unreadable('corrupt')
  return { file, found }
}

const isStamp = ({ dict }: FoundSignature): boolean => nameOf(dict.get('SubFilter')) === 'ETSI.RFC3161'

/** A time stamp over the whole document is nobody's signature, but one that does not fit is something to see. */
const judgeStamp = (bytes: Buffer, stamp: FoundSignature): Integrity => {
  const range = readByteRange(bytes, stamp)
  const contents = stamp.dict.get('Contents')
  if (typeof range === 'string' || !(contents instanceof Text)) return 'intact-with-notes'
  return readTimestamp(contents.bytes, range.parts)?.intact ? 'intact' : 'intact-with-notes'
}

const openPdf = (bytes: Buffer): Pdf => {
  const pdf = unlessDamaged(() => Pdf.open(bytes), null)
  if (!pdf) throw new Unreadable('corrupt')
  return pdf
}
