import { command } from '../../../engine/command.ts'
import { issuerInput, KEEP } from '../signatures/contract.ts'
import { setEnded } from '../signatures/issuers.ts'

/** Takes back that an issuer is trusted no longer. */
export const trustAgain = command({
  name: 'documents.trust-again',
  permission: KEEP,
  input: issuerInput,
  run: async ({ tx }, { issuerId }) => {
    const subject = await setEnded(tx, issuerId, null)
    return { result: { issuerId }, audit: { kind: 'trusted-issuer', id: issuerId, detail: { subject, ended: false } } }
  },
})
