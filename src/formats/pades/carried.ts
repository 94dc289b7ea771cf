import { Constructed, Sequence } from 'asn1js'
import { attributeOf, type Cms, certificatesOf } from './cms.ts'
import { inflate } from './inflate.ts'
import type { Pdf } from './pdf.ts'
import type { Revocations } from './revocation.ts'
import { dictOf, listOf, Stream, unlessDamaged } from './values.ts'

/** Adobe's own way to keep what was known of the certificates at signing (RevocationInfoArchival). */
const ARCHIVED = '1.2.840.113583.1.1.8'

export type Carried = Revocations & { certificates: readonly Uint8Array[] }

/** Certificates and what was known of them, as the signature and the file's validation data carry them (ETSI EN 319 142-1, 5.4). */
export const carriedBy = (file: Pdf, cms: Cms): Carried => {
  const store = unlessDamaged(() => dictOf(file.get(file.catalog, 'DSS')), null)
  const stored = (key: string) =>
    unlessDamaged(() => listOf(file.get(store, key)).flatMap(one => bytesOfStream(file.resolve(one))), [])
  const [lists, answers] = archivedIn(cms)
  return {
    certificates: [...certificatesOf(cms.data).map(one => new Uint8Array(one.toSchema().toBER())), ...stored('Certs')],
    lists: [...lists, ...stored('CRLs')],
    answers: [...answers, ...stored('OCSPs')],
  }
}

const bytesOfStream = (value: unknown): Uint8Array[] =>
  value instanceof Stream ? unlessDamaged(() => [new Uint8Array(inflate(value))], []) : []

const archivedIn = ({ signer }: Cms): [Uint8Array[], Uint8Array[]] => {
  const archive = attributeOf(signer.signedAttrs, ARCHIVED)
  const parts = archive instanceof Sequence ? archive.valueBlock.value.filter(one => one instanceof Constructed) : []
  const within = (tag: number): Uint8Array[] => {
    const [all] = parts.find(one => one.idBlock.tagNumber === tag)?.valueBlock.value ?? []
    return all instanceof Sequence ? all.valueBlock.value.map(one => new Uint8Array(one.toBER())) : []
  }
  return [within(0), within(1)]
}
