import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { agreeRequestInput } from '../requests/contract.ts'
import { SIGN, whyNotProposeRequest } from '../requests/rules.ts'
import { agreementOnRequest, changeRequestRow, holdRequest, requestDigest } from '../requests/store.ts'

/** A leader puts exactly the words seen before those who are to sign the letter too, and so agrees to them for the own side. */
export const proposeRequest = command({
  name: 'exchange.propose-request',
  permission: SIGN,
  input: agreeRequestInput,
  run: async (context, { requestId, version, digest }) => {
    const found = await holdRequest(context.tx, requestId)
    refuseIf(whyNotProposeRequest(context.acting, found))
    if (requestDigest(found) !== digest) throw new Refusal('changed-meanwhile')
    await changeRequestRow(context.tx, { id: requestId, version }, { state: 'proposed', digest })
    await recordAgreement(context, agreementOnRequest(found), digest)
    await settleClearance(context, 'request', requestId)
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { proposed: true, digest } },
    }
  },
})
