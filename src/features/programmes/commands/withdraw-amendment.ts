import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../agreements.ts'
import { stepInput } from '../amendments/contract.ts'
import { WRITE, whyNotWithdraw } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { agreementOn, stepAmendment } from '../amendments/store.ts'

/** Puts a draft aside; a leader takes back what was sent and not answered yet. */
export const withdrawAmendment = command({
  name: 'programmes.withdraw-amendment',
  permission: WRITE,
  input: stepInput,
  run: async ({ tx, acting, now }, { amendmentId, version }) => {
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotWithdraw(acting, found))
    await stepAmendment(tx, { amendmentId, version }, { state: 'withdrawn' })
    await withdrawAgreements(tx, agreementOn(found), now)
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail: { withdrawn: true } },
    }
  },
})
