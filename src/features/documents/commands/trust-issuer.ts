import { X509Certificate } from 'node:crypto'
import { command } from '../../../engine/command.ts'
import { readCertificates } from '../../../formats/pades/read-certificates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { KEEP, trustIssuerInput } from '../signatures/contract.ts'
import { subjectOf } from '../signatures/subject.ts'

/** An administrator trusts who issued the certificates of signers: a national authority, or one under it. */
export const trustIssuer = command({
  name: 'documents.trust-issuer',
  permission: KEEP,
  input: trustIssuerInput,
  run: async ({ tx, now }, { issuerId, file }) => {
    const [der, ...more] = readCertificates(Buffer.from(file, 'base64'))
    if (!der) throw new Refusal('documents.no-certificate')
    if (more.length) throw new Refusal('documents.one-certificate')
    const certificate = new X509Certificate(der)
    if (!certificate.ca) throw new Refusal('documents.no-authority')
    const subject = subjectOf(certificate.subject)
    const added = await tx
      .insertInto('trusted_issuer')
      .values({
        id: issuerId,
        certificate: Buffer.from(der),
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        subject,
        valid_from: certificate.validFromDate,
        valid_until: certificate.validToDate,
        created_at: now,
      })
      .onConflict(conflict => conflict.columns(['home', 'fingerprint']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw new Refusal('documents.issuer-known', { subject })
    return { result: { issuerId }, audit: { kind: 'trusted-issuer', id: issuerId, detail: { subject } } }
  },
})
