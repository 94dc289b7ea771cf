import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../agreements.ts'
import { returnInput } from '../amendments/contract.ts'
import { LEAD, whyNotReturn } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { agreementOn, stepAmendment } from '../amendments/store.ts'

/** A leader sends a proposed amendment back with the reason, or one that was agreed and cannot be signed so. */
export const returnAmendment = command({
  name: 'programmes.return-amendment',
  permission: LEAD,
  input: returnInput,
  run: async ({ tx, acting, now }, { amendmentId, version, reason }) => {
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotReturn(acting, found))
    const step = { state: 'returned', answer: reason, answered_by: personOf(acting).bodyId } as const
    await stepAmendment(tx, { amendmentId, version }, step)
    await withdrawAgreements(tx, agreementOn(found), now)
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail: { returned: true } },
    }
  },
})
