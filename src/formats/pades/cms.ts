import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import { fromBER, type OctetString, type Sequence } from 'asn1js'
import { type AlgorithmIdentifier, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs'
import type { Fault } from './verdict.ts'
import { isWellEncoded } from './well-encoded.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const RSA_PSS = '1.2.840.113549.1.1.10'
const ED25519 = '1.3.101.112'

export const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.9': 'SHA3-384',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
}

export type Cms = { data: SignedData; signer: SignerInfo; certificate: Certificate; digest: string }

const nodeDigest = (digest: string): string => digest.replace(/^SHA-/, 'sha').toLowerCase()

export const digestOf = (digest: string, parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(nodeDigest(digest))
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** One signer and its certificate out of a CMS SignedData (RFC 5652); zeros may follow it, as they fill a PDF's /Contents. */
export const readCms = (der: Buffer): Cms | Fault => {
  try {
    const { offset, result } = fromBER(new Uint8Array(der))
    if (offset < 0 || der.subarray(offset).some(byte => byte !== 0)) return 'cms-unreadable'
    if (!isWellEncoded(der.subarray(0, offset))) return 'cms-unreadable'
    const info = new ContentInfo({ schema: result })
    if (info.contentType !== SIGNED_DATA) return 'cms-unreadable'
    const data = new SignedData({ schema: info.content })
    const [signer] = data.signerInfos
    if (!signer || data.signerInfos.length !== 1) return 'cms-signers'
    const certificate = findCertificate(data, signer)
    const digest = DIGESTS[signer.digestAlgorithm.algorithmId]
    if (!digest) return 'cms-unreadable'
    return certificate ? { data, signer, certificate, digest } : 'certificate-missing'
  } catch {
    return 'cms-unreadable'
  }
}

const findCertificate = (data: SignedData, signer: SignerInfo): Certificate | null => {
  const { sid } = signer
  if (!(sid instanceof IssuerAndSerialNumber)) return null
  const own = (data.certificates ?? []).filter(one => one instanceof Certificate)
  return own.find(one => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)) ?? null
}

export const attributeOf = (attributes: SignerInfo['signedAttrs'], type: string): Sequence | OctetString | null =>
  attributes?.attributes.find(one => one.type === type)?.values[0] ?? null

export const bytesOf = (value: unknown): Buffer | null => {
  const block = (value as OctetString | null)?.valueBlock
  return block && 'valueHexView' in block ? Buffer.from(block.valueHexView) : null
}

/** Whether the signer's digest and signature fit the content, given in parts. */
export const checkCms = (cms: Cms, content: readonly Uint8Array[]): Fault | null => {
  const { signer, digest } = cms
  const attributes = signer.signedAttrs
  if (!attributes) return isSigned(cms, Buffer.concat(content)) ? null : 'signature-mismatch'
  const told = bytesOf(attributeOf(attributes, MESSAGE_DIGEST))
  if (!told?.equals(digestOf(digest, content))) return 'digest-mismatch'
  // RFC 5652, 5.4: signed as a SET OF, though sent with the tag [0].
  const signed = Buffer.from(attributes.encodedValue)
  signed[0] = 0x31
  return isSigned(cms, signed) ? null : 'signature-mismatch'
}

const isSigned = ({ signer, certificate, digest }: Cms, signed: Buffer): boolean => {
  try {
    const spki = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER())
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const how = paddingOf(signer.signatureAlgorithm)
    const hash = signer.signatureAlgorithm.algorithmId === ED25519 ? null : nodeDigest(digest)
    return verify(hash, signed, { key, ...how }, bytesOf(signer.signature)!)
  } catch {
    return false
  }
}

const paddingOf = ({ algorithmId }: AlgorithmIdentifier) =>
  algorithmId === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {}
