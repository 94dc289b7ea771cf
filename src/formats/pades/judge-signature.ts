import { parsePdfDate } from '../pdf/signatures.ts'
import { readByteRange } from './byte-range.ts'
import { namesCertificate } from './certificate-reference.ts'
import { type Cms, checkCms, contentOf, digestOf, readCms } from './cms.ts'
import { changesSince } from './compare-revisions.ts'
import type { FoundSignature } from './find-signatures.ts'
import { holderOf } from './holder.ts'
import type { Pdf } from './pdf.ts'
import { signatureTimestamp } from './timestamp.ts'
import { type Dict, nameOf, Text } from './values.ts'
import {
  CHANGES,
  type Change,
  FAULTS,
  type Fault,
  type JudgedSignature,
  type SignatureIntegrity,
  type Timestamp,
} from './verdict.ts'

const DIGEST_CARRIED = 'adbe.pkcs7.sha1'
const FORMATS = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached', DIGEST_CARRIED])
/** Usual in older papers, and no doubt of the bytes. */
const TOLD_ONLY = new Set<string>(['weak-digest', 'no-signed-attributes'])
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
  else if (cms) notes.push(...cmsNotes(cms, typeof range === 'string' ? null : range.parts, subFilter, stamp))
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

const cmsNotes = (cms: Cms, parts: readonly Buffer[] | null, subFilter: string, stamp: Timestamp | null | undefined): Notes => {
  const notes: Notes = []
  const content = parts && contentFor(subFilter, cms, parts)
  if (typeof content === 'string') notes.push(content)
  const fault = content && typeof content !== 'string' ? checkCms(cms, content) : null
  if (fault) notes.push(fault)
  if (namesCertificate(cms) === false) notes.push('certificate-reference-mismatch')
  if (cms.others.length) notes.push('several-signers')
  if (!cms.signer.signedAttrs) notes.push('no-signed-attributes')
  if (cms.digest === 'SHA-1') notes.push('weak-digest')
  if (stamp === null || stamp?.intact === false) notes.push('timestamp-mismatch')
  return notes
}

/** What the CMS signs: the file's bytes, or in an old format the SHA-1 of these, which it carries (ISO 32000-1, 12.8.3.3.1). */
const contentFor = (subFilter: string, cms: Cms, parts: readonly Buffer[]): readonly Uint8Array[] | Fault => {
  const carried = contentOf(cms)
  if (subFilter !== DIGEST_CARRIED) return cms.data.encapContentInfo.eContent ? 'cms-own-content' : parts
  return carried?.equals(digestOf('SHA-1', parts)) ? [carried] : 'digest-mismatch'
}

const claimedTime = (dict: Dict): string | null => {
  const time = dict.get('M')
  return time instanceof Text ? parsePdfDate(time.bytes.toString('latin1')) : null
}

const isFault = (note: string): boolean => FAULTS.some(fault => fault === note)

export const integrityOf = (notes: Notes, changes: Change[]): SignatureIntegrity => {
  if (notes.some(isFault) || changes.some(change => CHANGES[change] === 'grave')) return 'broken'
  if (notes.includes('format-unknown')) return 'unreadable'
  const odd = notes.filter(note => !TOLD_ONLY.has(note))
  return odd.length || changes.some(change => CHANGES[change] === 'noted') ? 'intact-with-notes' : 'intact'
}
