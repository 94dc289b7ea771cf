import { command } from '../../../engine/command.ts'
import { askIssuerInput, KEEP } from '../signatures/contract.ts'
import { setAsked } from '../signatures/issuers.ts'

/** An administrator lets the verifier ask, over the network, whether certificates of this issuer were called back; or ends that. */
export const askIssuer = command({
  name: 'documents.ask-issuer',
  permission: KEEP,
  input: askIssuerInput,
  run: async ({ tx }, { issuerId, asked }) => {
    const subject = await setAsked(tx, issuerId, asked)
    return { result: { issuerId }, audit: { kind: 'trusted-issuer', id: issuerId, detail: { subject, asked } } }
  },
})
