import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { returnRequestInput } from '../requests/contract.ts'
import { SIGN, whyNotSign } from '../requests/rules.ts'
import { agreementOnRequest, changeRequestRow, holdRequest } from '../requests/store.ts'

/** A leader sends a letter back that the own side is to sign, with what should read differently. */
export const returnRequest = command({
  name: 'exchange.return-request',
  permission: SIGN,
  input: returnRequestInput,
  run: async ({ tx, acting, now }, { requestId, version, reason }) => {
    const found = await holdRequest(tx, requestId)
    refuseIf(whyNotSign(acting, found))
    const back = { state: 'returned', reason, returned_by: personOf(acting).bodyId } as const
    await changeRequestRow(tx, { id: requestId, version }, back)
    await withdrawAgreements(tx, agreementOnRequest(found), now)
    return {
      result: { version: version + 1 },
      audit: { kind: 'request', id: requestId, programme: found.programmeId, detail: { returned: true } },
    }
  },
})
