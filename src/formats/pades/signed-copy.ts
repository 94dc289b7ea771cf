import { changesSince } from './compare-revisions.ts'
import { judgePdf } from './judge.ts'
import { Pdf } from './pdf.ts'
import { NO_LIST } from './trust.ts'
import { Dict } from './values.ts'
import type { Change } from './verdict.ts'

/** `older`: a part of what is there already, as a file handed in once more; `rewritten`: it does not begin with the frozen bytes, as when a tool saves a file anew; `changed`: more than signing was done. */
export type WhyNotSignedCopy = 'older' | 'rewritten' | 'unsigned' | 'changed' | null

const SIGNING: readonly Change[] = ['signature-added', 'field-signed', 'timestamp-added', 'validation-data-added']

/** Whether a file is the frozen one, bit for bit, with nothing but signatures added behind it. @throws Unreadable where it is no PDF */
export const whyNotSignedCopy = (frozen: Uint8Array, copy: Uint8Array): WhyNotSignedCopy => {
  const both = Math.min(frozen.length, copy.length)
  if (both === 0 || Buffer.compare(frozen.subarray(0, both), copy.subarray(0, both)) !== 0) return 'rewritten'
  const { signatures, integrity } = judgePdf(copy, NO_LIST)
  if (signatures.length > 0 && copy.length <= frozen.length) return 'older'
  if (copy.length < frozen.length) return 'rewritten'
  if (signatures.length === 0) return 'unsigned'
  const changes = changesSince(Pdf.open(Buffer.from(copy)), frozen.length, new Dict())
  const onlySigned = changes.length > 0 && changes.every(change => SIGNING.includes(change))
  return onlySigned && (integrity === 'intact' || integrity === 'intact-with-notes') ? null : 'changed'
}
