/** Whom a CMS signature names as its signer: just enough of DER to find the certificate's subject. Nothing is verified. */
export type Signer = { name: string; email: string | null }

type Node = { tag: number; body: Buffer; bytes: Buffer }

const COMMON_NAME = '550403'
const EMAIL = '2a864886f70d010901'

/** @param cms the DER bytes of a CMS SignedData (RFC 5652); null where they are none */
export const readCertificateSubject = (cms: Buffer): Signer | null => {
  try {
    const content = child(child(readNode(cms), 1), 0)
    const parts = children(content)
    const certificates = parts.filter(part => part.tag === 0xa0).flatMap(children)
    const signerInfo = children(parts.at(-1)!)[0]
    const serial = signerInfo && children(children(signerInfo)[1]!)[1]
    const own = certificates.find(certificate => serial && serialOf(certificate).equals(serial.bytes)) ?? certificates[0]
    return own ? readSubject(own) : null
  } catch {
    return null
  }
}

/** version [0] is left out in certificates of version 1; serial, algorithm, issuer, validity and subject follow. */
const fieldsOf = (certificate: Node): Node[] => {
  const fields = children(child(certificate, 0))
  return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
}

const serialOf = (certificate: Node): Buffer => fieldsOf(certificate)[0]!.bytes

const readSubject = (certificate: Node): Signer | null => {
  const subject = fieldsOf(certificate)[4]
  const pairs = subject ? children(subject).flatMap(children).map(children) : []
  const find = (oid: string): string | null => {
    const value = pairs.find(([type]) => type?.body.toString('hex') === oid)?.[1]
    return value ? decodeString(value) : null
  }
  const name = find(COMMON_NAME)
  return name ? { name, email: find(EMAIL) } : null
}

const BMP_STRING = 0x1e
const UTF8_STRING = 0x0c

const decodeString = ({ tag, body }: Node): string => {
  const encoding = tag === BMP_STRING ? 'utf-16be' : tag === UTF8_STRING ? 'utf-8' : 'windows-1252'
  return new TextDecoder(encoding).decode(body).normalize('NFC').trim()
}

const child = (node: Node, index: number): Node => {
  const found = children(node)[index]
  if (!found) throw new RangeError('DER: no such element')
  return found
}

const children = (node: Node): Node[] => {
  const nodes: Node[] = []
  for (let rest = node.body; rest.length; ) {
    const next = readNode(rest)
    nodes.push(next)
    rest = rest.subarray(next.bytes.length)
  }
  return nodes
}

const readNode = (bytes: Buffer): Node => {
  const first = bytes[1] ?? 0
  const long = first & 0x80 ? first & 0x7f : 0
  if (bytes.length < 2 || long > 4 || (first === 0x80 && long === 0)) throw new RangeError('DER: unknown length')
  const length = long ? bytes.readUIntBE(2, long) : first
  const start = 2 + long
  if (start + length > bytes.length) throw new RangeError('DER: too short')
  return { tag: bytes[0]!, body: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) }
}
