import { parsePdfDate } from '../pdf/signatures.ts'
import { readByteRange } from './byte-range.ts'
import { namesCertificate } from './certificate-reference.ts'
import { type Cms, checkCms, readCms } from './cms.ts'
import { changesSince } from './compare-revisions.ts'
import type { FoundSignature } from './find-signatures.ts'
import { holderOf } from './holder.ts'
import type { Pdf } from './pdf.ts'
import { signatureTimestamp } from './timestamp.ts'
import { type Dict, nameOf, Text } from './values.ts'
import { CHANGES, type Change, FAULTS, type JudgedSignature, type SignatureIntegrity, type Timestamp } from './verdict.ts'

const FORMATS = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])
const NOBODY = { name: null, organization: null, email: null, kind: null }

type Notes = JudgedSignature['notes']

export const judgeSignature = (file: Pdf, found: FoundSignature): JudgedSignature => {
  const { bytes } = file
  const { dict } = found
  const subFilter = nameOf(dict.get('SubFilter')) ?? ''
  const range = readByteRange(bytes, found)
  const contents = dict.get('Contents')
  const known = FORMATS.has(subFilter)
  const cms = known ? readCms(contents instanceof Text ? contents.bytes : Buffer.alloc(0)) : null
  const stamp = typeof cms === 'object' && cms ? signatureTimestamp(cms) : undefined
  const changesAfter = typeof range === 'string' ? [] : changesSince(file, range.end, dict)
  const notes: Notes = known ? [] : ['format-unknown']
  if (!file.readable) notes.push('revision-unreadable')
  if (file.encrypted) notes.push('encrypted')
  if (typeof range === 'string') notes.push(range)
  if (typeof cms === 'string') notes.push(cms)
  else if (cms) notes.push(...cmsNotes(cms, typeof range === 'string' ? null : range.parts, stamp))
  const covers = typeof range !== 'string' && range.end === bytes.length
  if (typeof range !== 'string' && changesAfter.length === 0 && /\S/.test(bytes.toString('latin1', range.end))) {
    notes.push('trailing-bytes')
  }
  return {
    ...(typeof cms === 'object' && cms ? holderOf(cms.certificate) : NOBODY),
    claimedTime: claimedTime(dict),
    timestamp: stamp ?? null,
    subFilter,
    digest: typeof cms === 'object' && cms ? cms.digest : '',
    integrity: integrityOf(notes, changesAfter),
    trust: 'not-checked',
    coversWholeFile: covers,
    changesAfter,
    notes,
  }
}

const cmsNotes = (cms: Cms, parts: readonly Buffer[] | null, stamp: Timestamp | null | undefined): Notes => {
  const notes: Notes = []
  if (cms.data.encapContentInfo.eContent) notes.push('cms-own-content')
  const fault = parts && checkCms(cms, parts)
  if (fault) notes.push(fault)
  if (namesCertificate(cms) === false) notes.push('certificate-reference-mismatch')
  if (cms.digest === 'SHA-1') notes.push('weak-digest')
  if (stamp === null || stamp?.intact === false) notes.push('timestamp-mismatch')
  return notes
}

const claimedTime = (dict: Dict): string | null => {
  const time = dict.get('M')
  return time instanceof Text ? parsePdfDate(time.bytes.toString('latin1')) : null
}

const isFault = (note: string): boolean => FAULTS.some(fault => fault === note)

export const integrityOf = (notes: Notes, changes: Change[]): SignatureIntegrity => {
  if (notes.some(isFault) || changes.some(change => CHANGES[change] === 'grave')) return 'broken'
  if (notes.includes('format-unknown')) return 'unreadable'
  return notes.length || changes.some(change => CHANGES[change] === 'noted') ? 'intact-with-notes' : 'intact'
}
