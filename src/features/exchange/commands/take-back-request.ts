import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { moveRequestInput } from '../requests/contract.ts'
import { SIGN, whyNotTakeBackRequest } from '../requests/rules.ts'
import { agreementOnRequest, changeRequestRow, holdRequest, whyNotReword } from '../requests/store.ts'

/** Takes a letter back that others were to sign, to write on; every agreement given so far falls. */
export const takeBackRequest = command({
  name: 'exchange.take-back-request',
  permission: SIGN,
  input: moveRequestInput,
  run: async ({ tx, acting, now }, { requestId, version }) => {
    const found = await holdRequest(tx, requestId)
    refuseIf(whyNotTakeBackRequest(acting, found) ?? (await whyNotReword(tx, requestId)))
    await changeRequestRow(tx, { id: requestId, version }, { state: 'draft', reason: null, returned_by: null })
    await withdrawAgreements(tx, agreementOnRequest(found), now)
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { takenBack: true } },
    }
  },
})
