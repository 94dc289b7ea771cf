import { type KeyObject, verify, X509Certificate } from 'node:crypto'
import { type AsnType, BaseBlock, Constructed, GeneralizedTime, type Integer } from 'asn1js'
import { BasicOCSPResponse, OCSPResponse, type SingleResponse } from 'pkijs'
import { bytesOf } from './cms.ts'
import { type RevocationList, readRevocationList } from './revocation-list.ts'

/** What a file carries of certificates called back, as DER: lists (CRL) and answers (OCSP). */
export type Revocations = { lists: readonly Uint8Array[]; answers: readonly Uint8Array[] }

const BASIC = '1.3.6.1.5.5.7.48.1.1'
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
const REVOKED = 1
const UNKNOWN = 2
const HASHES: Record<string, string> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

/** Whether a list or an answer signed by the issuer, or by one it named for that, calls the certificate back before `at`. */
export const isRevoked = (one: X509Certificate, issuer: X509Certificate, { lists, answers }: Revocations, at: Date): boolean =>
  lists.some(der => unlessOdd(() => isListed(one, issuer, der, at))) ||
  answers.some(der => unlessOdd(() => isAnswered(one, issuer, der, at)))

/** Whether a list or an answer that is proven speaks of the certificate at all, well or ill. */
export const isTold = (one: X509Certificate, issuer: X509Certificate, { lists, answers }: Revocations): boolean =>
  lists.some(der => unlessOdd(() => speaksOf(one, issuer, der))) ||
  answers.some(der =>
    unlessOdd(() => {
      const answer = basicOf(der)
      return isAbout(answer, one) && respondersOf(answer, issuer).some(key => isSignedBy(answer, key))
    }),
  )

/** Who names no day of the next one tells it anew at any time: what was said longer ago may be a copy of long ago. */
const WITHOUT_NEXT_MS = 24 * 3600 * 1000

/** What was said is no copy of long ago on a day: its next one was not due yet. */
export const isCurrent = (kind: keyof Revocations, der: Uint8Array, on: Date): boolean =>
  unlessOdd(() => {
    const told = kind === 'lists' ? [readRevocationList(der)] : basicOf(der).tbsResponseData.responses.map(daysOf)
    return told.every(({ made, next }) => (next ?? new Date(made.getTime() + WITHOUT_NEXT_MS)) >= on)
  })

const daysOf = ({ thisUpdate, nextUpdate }: SingleResponse) => ({ made: thisUpdate, next: nextUpdate ?? null })

/** A list names no certificate that had ended before it was made. */
const speaksOf = (one: X509Certificate, issuer: X509Certificate, der: Uint8Array): boolean => {
  const list = readRevocationList(der)
  return one.validToDate >= list.made && isProvenList(list, issuer)
}

const isProvenList = ({ algorithm, content, signature }: RevocationList, issuer: X509Certificate): boolean =>
  isProven(algorithm, content, signature, issuer.publicKey)

/** Who answers that the certificate is not known to it has told nothing. */
const isAbout = ({ tbsResponseData }: BasicOCSPResponse, one: X509Certificate): boolean =>
  tbsResponseData.responses.some(({ certID, certStatus }) => isNumber(certID.serialNumber, one) && tagOf(certStatus) !== UNKNOWN)

/** What cannot be read says nothing. */
const unlessOdd = (judge: () => boolean): boolean => {
  try {
    return judge()
  } catch {
    return false
  }
}

const isListed = (one: X509Certificate, issuer: X509Certificate, der: Uint8Array, at: Date): boolean => {
  const list = readRevocationList(der)
  const since = list.since(Buffer.from(one.serialNumber, 'hex'))
  return since !== null && since <= at && isProvenList(list, issuer)
}

const isAnswered = (one: X509Certificate, issuer: X509Certificate, der: Uint8Array, at: Date): boolean => {
  const answer = basicOf(der)
  const keys = answer.tbsResponseData.responses.filter(({ certID }) => isNumber(certID.serialNumber, one))
  const revoked = keys.some(({ certStatus }) => isCalledBack(certStatus, at))
  return revoked && respondersOf(answer, issuer).some(key => isSignedBy(answer, key))
}

const basicOf = (der: Uint8Array): BasicOCSPResponse => {
  const whole = OCSPResponse.fromBER(new Uint8Array(der))
  const inner = whole.responseBytes?.responseType === BASIC ? bytesOf(whole.responseBytes.response) : null
  return BasicOCSPResponse.fromBER(new Uint8Array(inner ?? der))
}

const tagOf = (status: unknown): number | null => (status instanceof BaseBlock ? status.idBlock.tagNumber : null)

const isCalledBack = (status: unknown, at: Date): boolean => {
  if (!(status instanceof Constructed) || tagOf(status) !== REVOKED) return false
  const since: AsnType | undefined = status.valueBlock.value[0]
  return !(since instanceof GeneralizedTime) || since.toDate() <= at
}

const respondersOf = (answer: BasicOCSPResponse, issuer: X509Certificate): KeyObject[] => {
  const named = (answer.certs ?? []).map(one => new X509Certificate(Buffer.from(one.toSchema().toBER())))
  const proven = named.filter(
    one => one.keyUsage?.includes(OCSP_SIGNING) && one.checkIssued(issuer) && one.verify(issuer.publicKey),
  )
  return [issuer, ...proven].map(one => one.publicKey)
}

const isSignedBy = (answer: BasicOCSPResponse, key: KeyObject): boolean =>
  isProven(answer.signatureAlgorithm.algorithmId, answer.tbsResponseData.tbsView, bytesOf(answer.signature), key)

const isProven = (algorithm: string, content: Uint8Array, signature: Uint8Array | null, key: KeyObject): boolean => {
  const hash = HASHES[algorithm]
  return hash !== undefined && signature !== null && verify(hash, content, key, signature)
}

const isNumber = (number: Integer, one: X509Certificate): boolean =>
  BigInt(`0x${Buffer.from(number.valueBlock.valueHexView).toString('hex')}`) === BigInt(`0x${one.serialNumber}`)
