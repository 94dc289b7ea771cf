import { type AsnType, ObjectIdentifier, Sequence } from 'asn1js'
import { attributeOf, bytesOf, type Cms, DIGESTS, digestOf } from './cms.ts'

const VERSION_1 = '1.2.840.113549.1.9.16.2.12'
const VERSION_2 = '1.2.840.113549.1.9.16.2.47'

/** Whether the signed attributes name this very certificate (RFC 5035); null where they name none. */
export const namesCertificate = ({ signer, certificate }: Cms): boolean | null => {
  const second = attributeOf(signer.signedAttrs, VERSION_2)
  const reference = second ?? attributeOf(signer.signedAttrs, VERSION_1)
  if (!reference) return null
  const parts = partsOf(partsOf(partsOf(reference)[0])[0])
  const [algorithm] = parts[0] instanceof Sequence ? partsOf(parts[0]) : []
  const named = algorithm instanceof ObjectIdentifier ? DIGESTS[algorithm.valueBlock.toString()] : undefined
  const digest = named ?? (second ? 'SHA-256' : 'SHA-1')
  const hash = bytesOf(parts.find(part => !(part instanceof Sequence)))
  return hash?.equals(digestOf(digest, [new Uint8Array(certificate.toSchema().toBER())])) ?? false
}

const partsOf = (value: unknown): AsnType[] => (value instanceof Sequence ? value.valueBlock.value : [])
