import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement } from '../agreements.ts'
import { whyNotStand } from '../amendments/content.ts'
import { agreeInput } from '../amendments/contract.ts'
import { LEAD, whyNotAgree } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { agreementOn, stepAmendment } from '../amendments/store.ts'
import { settleClearance } from '../clearances.ts'

/** A leader agrees, for the own side, to exactly the content that was shown. When every party has, it goes to be signed. */
export const agreeAmendment = command({
  name: 'programmes.agree-amendment',
  permission: LEAD,
  input: agreeInput,
  run: async (context, { amendmentId, version, digest }) => {
    const { tx, acting, now } = context
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotAgree(acting, found))
    if (found.digest !== digest) throw new Refusal('changed-meanwhile')
    refuseIf(await whyNotStand(tx, found))
    const { complete } = await recordAgreement(context, agreementOn(found), digest)
    await stepAmendment(tx, { amendmentId, version }, complete ? { state: 'agreed', agreed_at: now } : {})
    await settleClearance(context, 'amendment', amendmentId)
    return {
      result: { version: version + 1, complete },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail: { agreed: true, digest, complete } },
    }
  },
})
