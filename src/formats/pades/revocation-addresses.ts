import { Certificate, type CRLDistributionPoints, type GeneralName, type InfoAccess, OCSPRequest } from 'pkijs'

/** Where a certificate says that it can be asked whether it was called back: its lists (CRL) and who answers (OCSP). */
export type RevocationAddresses = { lists: string[]; answers: string[] }

const DISTRIBUTION_POINTS = '2.5.29.31'
const INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.1'
const OCSP = '1.3.6.1.5.5.7.48.1'
const URI = 6

export const addressesIn = (der: Uint8Array): RevocationAddresses => {
  const extensions = Certificate.fromBER(new Uint8Array(der)).extensions ?? []
  const parsed = (type: string): unknown => extensions.find(one => one.extnID === type)?.parsedValue
  const points = (parsed(DISTRIBUTION_POINTS) as CRLDistributionPoints | undefined)?.distributionPoints ?? []
  const access = (parsed(INFORMATION_ACCESS) as InfoAccess | undefined)?.accessDescriptions ?? []
  return {
    lists: points.flatMap(({ distributionPoint: names }) => (Array.isArray(names) ? names.flatMap(uriOf) : [])),
    answers: access.filter(one => one.accessMethod === OCSP).flatMap(one => uriOf(one.accessLocation)),
  }
}

const uriOf = ({ type, value }: GeneralName): string[] => (type === URI && typeof value === 'string' ? [value] : [])

/** What is asked of who answers for an issuer (RFC 6960). */
export const ocspRequest = async (certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array> => {
  const request = new OCSPRequest()
  const issuerCertificate = Certificate.fromBER(new Uint8Array(issuer))
  await request.createForCertificate(Certificate.fromBER(new Uint8Array(certificate)), {
    hashAlgorithm: 'SHA-1',
    issuerCertificate,
  })
  return new Uint8Array(request.toSchema(true).toBER())
}
