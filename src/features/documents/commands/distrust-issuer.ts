import { command } from '../../../engine/command.ts'
import { issuerInput, KEEP } from '../signatures/contract.ts'
import { setEnded } from '../signatures/issuers.ts'

/** An issuer is trusted no longer: what it signed is told as of an unknown issuer from now on. */
export const distrustIssuer = command({
  name: 'documents.distrust-issuer',
  permission: KEEP,
  input: issuerInput,
  run: async ({ tx, now }, { issuerId }) => {
    const subject = await setEnded(tx, issuerId, now)
    return { result: { issuerId }, audit: { kind: 'trusted-issuer', id: issuerId, detail: { subject, ended: true } } }
  },
})
