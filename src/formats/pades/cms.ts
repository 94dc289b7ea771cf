import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { type AsnType, fromBER, OctetString } from 'asn1js'
import { type AlgorithmIdentifier, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs'
import type { Fault } from './verdict.ts'
import { isWellEncoded } from './well-encoded.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const RSA_PSS = '1.2.840.113549.1.1.10'
const KEY_IDENTIFIER = '2.5.29.14'
/** Ed25519 and Ed448 hash by themselves (RFC 8419). */
const EDWARDS = new Set(['1.3.101.112', '1.3.101.113'])

export const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.9': 'SHA3-384',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
  '2.16.840.1.101.3.4.2.12': 'SHAKE256',
}

export type Signer = { signer: SignerInfo; certificate: Certificate; digest: string }
/** The first signer, and those who signed with it. */
export type Cms = Signer & { data: SignedData; others: Signer[] }

export const digestOf = (digest: string, parts: readonly Uint8Array[]): Buffer => {
  // RFC 8419, 2.3: Ed448 goes with 512 bits of SHAKE256.
  const hash = digest === 'SHAKE256' ? createHash('shake256', { outputLength: 64 }) : createHash(nodeDigest(digest))
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const nodeDigest = (digest: string): string => digest.replace(/^SHA-/, 'sha').toLowerCase()

/** Some signatures carry whole lists of certificates called back: tens of thousands of entries, each of several values. */
const MOST_VALUES = 200_000

/** The signers and their certificates out of a CMS SignedData (RFC 5652); zeros may follow it, as they fill a PDF's /Contents. */
export const readCms = (der: Buffer): Cms | Fault => {
  try {
    const { offset, result } = fromBER(new Uint8Array(der), { maxNodes: MOST_VALUES })
    if (offset < 0 || der.subarray(offset).some(byte => byte !== 0)) return 'cms-unreadable'
    if (!isWellEncoded(der.subarray(0, offset))) return 'cms-unreadable'
    const info = new ContentInfo({ schema: result })
    if (info.contentType !== SIGNED_DATA) return 'cms-unreadable'
    const data = new SignedData({ schema: info.content })
    const signers = data.signerInfos.map(signer => readSigner(data, signer))
    const fault = signers.find(one => typeof one === 'string')
    const [first, ...others] = signers.filter(one => typeof one !== 'string')
    return fault ?? (first ? { ...first, data, others } : 'cms-no-signer')
  } catch {
    return 'cms-unreadable'
  }
}

const readSigner = (data: SignedData, signer: SignerInfo): Signer | Fault => {
  const digest = DIGESTS[signer.digestAlgorithm.algorithmId]
  if (!digest) return 'cms-unreadable'
  const certificate = certificatesOf(data).find(one => isNamed(signer.sid, one))
  return certificate ? { signer, certificate, digest } : 'certificate-missing'
}

export const certificatesOf = (data: SignedData): Certificate[] =>
  (data.certificates ?? []).filter(one => one instanceof Certificate)

/** RFC 5652, 5.3: a signer is named by issuer and number, or by the identifier of its key. */
const isNamed = (sid: unknown, certificate: Certificate): boolean => {
  if (sid instanceof IssuerAndSerialNumber) {
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
  }
  const extension = certificate.extensions?.find(one => one.extnID === KEY_IDENTIFIER)
  const [told, own] = [bytesOf(sid), bytesOf(extension?.parsedValue)]
  return told !== null && own !== null && told.equals(own)
}

export const attributeOf = (attributes: SignerInfo['signedAttrs'], type: string): AsnType | null =>
  attributes?.attributes.find(one => one.type === type)?.values[0] ?? null

export const bytesOf = (value: unknown): Buffer | null => {
  const block = (value as OctetString | null | undefined)?.valueBlock
  return block && 'valueHexView' in block ? Buffer.from(block.valueHexView) : null
}

export const contentOf = ({ data }: Cms): Buffer | null => {
  const content: AsnType | undefined = data.encapContentInfo.eContent
  return content instanceof OctetString ? Buffer.from(content.getValue()) : null
}

/** Whether the digests and signatures of all signers fit the content, given in parts. */
export const checkCms = (cms: Cms, content: readonly Uint8Array[]): Fault | null => {
  const faults = [cms, ...cms.others].map(one => checkSigner(one, content))
  return faults.find(fault => fault !== null) ?? null
}

const checkSigner = (one: Signer, content: readonly Uint8Array[]): Fault | null => {
  const attributes = one.signer.signedAttrs
  if (!attributes) return verifies(one, Buffer.concat(content)) ? null : 'signature-mismatch'
  const told = bytesOf(attributeOf(attributes, MESSAGE_DIGEST))
  if (!told?.equals(digestOf(one.digest, content))) return 'digest-mismatch'
  // RFC 5652, 5.4: signed as a SET OF, though sent with the tag [0].
  const signed = Buffer.from(attributes.encodedValue)
  signed[0] = 0x31
  return verifies(one, signed) ? null : 'signature-mismatch'
}

const verifies = ({ signer, certificate, digest }: Signer, signed: Buffer): boolean => {
  try {
    const spki = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER())
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const hash = EDWARDS.has(signer.signatureAlgorithm.algorithmId) ? null : nodeDigest(digest)
    return verify(hash, signed, { key, ...paddingOf(signer.signatureAlgorithm) }, bytesOf(signer.signature)!)
  } catch {
    return false
  }
}

const paddingOf = ({ algorithmId }: AlgorithmIdentifier) =>
  algorithmId === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {}
