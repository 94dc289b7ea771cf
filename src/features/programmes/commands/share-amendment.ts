import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, withdrawAgreements } from '../agreements.ts'
import { whyNotStand } from '../amendments/content.ts'
import { agreeInput } from '../amendments/contract.ts'
import { LEAD, whyNotCounter, whyNotShare } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { agreementOn, stepAmendment } from '../amendments/store.ts'
import { settleClearance } from '../clearances.ts'

/** A leader sends exactly the content seen to the others, and has thereby agreed to it. What it answers is countered from now on. */
export const shareAmendment = command({
  name: 'programmes.share-amendment',
  permission: LEAD,
  input: agreeInput,
  run: async (context, { amendmentId, version, digest }) => {
    const { tx, acting, now } = context
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotShare(acting, found))
    if (found.digest !== digest) throw new Refusal('changed-meanwhile')
    refuseIf(await whyNotStand(tx, found))
    if (found.counterOf) {
      const countered = await standingOf(tx, found.counterOf)
      refuseIf(whyNotCounter(acting, countered))
      await stepAmendment(tx, { amendmentId: countered.id, version: countered.version }, { state: 'countered' })
      await withdrawAgreements(tx, agreementOn(countered), now)
    }
    await stepAmendment(tx, { amendmentId, version }, { state: 'shared', shared_at: now })
    await recordAgreement(context, agreementOn(found), digest)
    await settleClearance(context, 'amendment', amendmentId)
    const detail = { digest, counters: found.counterOf }
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail },
    }
  },
})
