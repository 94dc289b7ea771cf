import { type AsnType, GeneralizedTime, UTCTime } from 'asn1js'
import { parsePdfDate } from '../pdf/signatures.ts'
import { readByteRange } from './byte-range.ts'
import { carriedBy } from './carried.ts'
import { namesCertificate } from './certificate-reference.ts'
import { attributeOf, type Cms, checkCms, contentOf, digestOf, readCms } from './cms.ts'
import { changesSince, hasMore } from './compare-revisions.ts'
import type { FoundSignature } from './find-signatures.ts'
import { holderOf } from './holder.ts'
import type { Pdf } from './pdf.ts'
import { signatureTimestamp } from './timestamp.ts'
import { type Ask, asksOf, type Trusting, type TrustList, trustOf } from './trust.ts'
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

const SIGNING_TIME = '1.2.840.113549.1.9.5'
const DIGEST_CARRIED = 'adbe.pkcs7.sha1'
const FORMATS = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached', DIGEST_CARRIED])
/** Usual in older papers, and no doubt of the bytes. */
const TOLD_ONLY = new Set<string>(['weak-digest', 'no-signed-attributes'])
const NOBODY = { name: null, organization: null, email: null, kind: null }

type Notes = JudgedSignature['notes']

export const judgeSignature = (file: Pdf, found: FoundSignature, list: TrustList): JudgedSignature => {
  const { dict } = found
  const subFilter = nameOf(dict.get('SubFilter')) ?? ''
  const range = readByteRange(file.bytes, found)
  const covered = typeof range === 'string' ? null : range
  const contents = dict.get('Contents')
  const known = FORMATS.has(subFilter)
  const read = known ? readCms(contents instanceof Text ? contents.bytes : Buffer.alloc(0)) : null
  const cms = typeof read === 'string' ? null : read
  const stamp = cms ? signatureTimestamp(cms) : undefined
  const time = claimedTime(dict, cms)
  const changesAfter = covered ? changesSince(file, covered.end, dict) : []
  const notes: Notes = known ? fileNotes(file) : [...fileNotes(file), 'format-unknown']
  notes.push(...[range, read].filter(fault => typeof fault === 'string'))
  if (cms) notes.push(...cmsNotes(cms, covered?.parts ?? null, subFilter, stamp))
  const covers = covered?.end === file.bytes.length
  if (covered && changesAfter.length === 0 && hasMore(file.bytes, covered.end)) notes.push('trailing-bytes')
  return {
    ...(cms ? holderOf(cms.certificate, list.bodies) : NOBODY),
    claimedTime: time,
    timestamp: stamp ?? null,
    subFilter,
    digest: cms?.digest ?? '',
    integrity: integrityOf(notes, changesAfter),
    ...(cms ? judgeTrust(file, cms, list, signedAt(dict, cms, stamp)) : NOT_CHECKED),
    coversWholeFile: covers,
    changesAfter,
    notes,
  }
}

const fileNotes = (file: Pdf): Notes => [
  ...(file.readable || file.encrypted ? [] : (['revision-unreadable'] as const)),
  ...(file.encrypted ? (['encrypted'] as const) : []),
]

const NOT_CHECKED: Trusting = { trust: 'not-checked' }

const judgeTrust = (file: Pdf, cms: Cms, list: TrustList, time: string | null): Trusting => {
  const carried = carriedBy(file, cms)
  return trustOf(signerIn(cms), carried.certificates, list, dayOf(time, list), carried)
}

const dayOf = (time: string | null, { now }: TrustList): Date => (time === null ? now : new Date(time))

const signerIn = (cms: Cms): Uint8Array => new Uint8Array(cms.certificate.toSchema().toBER())

/** Whom to ask about before the file is judged: the certificates of its signatures that the site may ask about. */
export const asksIn = (file: Pdf, { dict }: FoundSignature, list: TrustList): Ask[] => {
  const contents = dict.get('Contents')
  const cms = FORMATS.has(nameOf(dict.get('SubFilter')) ?? '') && contents instanceof Text ? readCms(contents.bytes) : null
  if (cms === null || typeof cms === 'string') return []
  const carried = carriedBy(file, cms)
  return asksOf(signerIn(cms), carried.certificates, list, dayOf(signedAt(dict, cms, signatureTimestamp(cms)), list), carried)
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

/** As the signature dictionary tells it, else the signed attribute (RFC 5652, 11.3). */
const claimedTime = (dict: Dict, cms: Cms | null): string | null => {
  const told = dict.get('M')
  const time = told instanceof Text ? parsePdfDate(told.bytes.toString('latin1')) : null
  const signed: AsnType | null | undefined = cms && attributeOf(cms.signer.signedAttrs, SIGNING_TIME)
  return time ?? (signed instanceof UTCTime || signed instanceof GeneralizedTime ? signed.toDate().toISOString() : null)
}

/** As a time stamp that fits proves it, else as it is claimed. */
const signedAt = (dict: Dict, cms: Cms, stamp: Timestamp | null | undefined): string | null =>
  stamp?.intact ? stamp.time : claimedTime(dict, cms)

const isFault = (note: string): boolean => FAULTS.some(fault => fault === note)

export const integrityOf = (notes: Notes, changes: Change[]): SignatureIntegrity => {
  if (notes.some(isFault) || changes.some(change => CHANGES[change] === 'grave')) return 'broken'
  if (notes.includes('format-unknown')) return 'unreadable'
  const odd = notes.filter(note => !TOLD_ONLY.has(note))
  return odd.length || changes.some(change => CHANGES[change] === 'noted') ? 'intact-with-notes' : 'intact'
}
