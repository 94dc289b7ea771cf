import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { agreeRequestInput } from '../requests/contract.ts'
import { SIGN, whyNotSign } from '../requests/rules.ts'
import { agreementOnRequest, changeRequestRow, holdRequest } from '../requests/store.ts'

/** A leader agrees to sign exactly these words. When every signer has, the side that wrote them sends the letter. */
export const agreeRequest = command({
  name: 'exchange.agree-request',
  permission: SIGN,
  input: agreeRequestInput,
  run: async (context, { requestId, version, digest }) => {
    const found = await holdRequest(context.tx, requestId)
    refuseIf(whyNotSign(context.acting, found))
    if (found.digest !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOnRequest(found), digest)
    await changeRequestRow(context.tx, { id: requestId, version }, complete ? { state: 'agreed' } : {})
    await settleClearance(context, 'request', requestId)
    const detail = { agreed: true, digest, complete }
    return {
      result: { version: version + 1, complete },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail },
    }
  },
})
