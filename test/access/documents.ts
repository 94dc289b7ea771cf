import { makeIdentity } from '../../src/formats/pades/fixtures/identity.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { SIDES, type Stage } from './stage.ts'

const administrator: readonly Role[] = ['administrator']
const may = Object.fromEntries(SIDES.map(side => [side, administrator]))

/** An authority that nobody knows yet, as its administrator hands it in. */
export async function issuerInput() {
  const { certificate } = await makeIdentity({ name: `Nơi cấp ${newId()}`, authority: true })
  return { issuerId: newId(), file: Buffer.from(certificate.toSchema().toBER()).toString('base64') }
}

async function trusted(stage: Stage) {
  const input = await issuerInput()
  await stage.as(stage.actor('own', 'administrator'))('documents.trust-issuer', input)
  return { issuerId: input.issuerId }
}

export const issuerRows: Record<string, Expected> = {
  'documents.trust-issuer': { may, arrange: issuerInput },
  'documents.distrust-issuer': { may, arrange: trusted },
  'documents.ask-issuer': { may, arrange: async stage => ({ ...(await trusted(stage)), asked: true }) },
  'documents.trust-again': {
    may,
    arrange: async stage => {
      const input = await trusted(stage)
      await stage.as(stage.actor('own', 'administrator'))('documents.distrust-issuer', input)
      return input
    },
  },
}
