import { X509Certificate } from 'node:crypto'

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** The certificates of a file as DER: as many as it holds in PEM, or one in DER; none where the file holds none. */
export const readCertificates = (bytes: Uint8Array): Uint8Array[] => {
  const text = Buffer.from(bytes).toString('latin1')
  const found = text.match(PEM) ?? []
  return found.length ? found.flatMap(one => readOne(one)) : readOne(bytes)
}

const readOne = (encoded: string | Uint8Array): Uint8Array[] => {
  try {
    return [new Uint8Array(new X509Certificate(encoded).raw)]
  } catch {
    return []
  }
}
