import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { deciders, within } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { clearancesOf, getClearance, isWaiting, reopenClearance, withdrawAgreements } from '../../programmes/index.ts'
import { whyNotWithdrawClearing } from '../clearances.ts'
import { subjectOf } from '../freezing.ts'
import { changeReview, lockReview } from '../store.ts'

/** A leader takes back that a draft was cleared, until it is frozen: it waits for a decision again. What had gone out by it is a draft again. */
export const withdrawClearing = command({
  name: 'reviews.withdraw-clearing',
  permission: { roles: deciders, reach: 'own' },
  input: z.strictObject({ clearanceId: z.guid(), version: z.int() }),
  run: async (context, { clearanceId, version }) => {
    const { tx, acting, now } = context
    const clearance = await getClearance(tx, clearanceId)
    const review = await lockReview(tx, clearance.subjectId)
    refuseIf(whyNotWithdrawClearing(within(acting, review.programmeId), review, clearance))
    const others = await clearancesOf(tx, clearance.bodyId, 'review', review.id)
    refuseIf(others.some(isWaiting) ? { code: 'clearance.submitted-already' } : null)
    await reopenClearance(tx, { clearanceId, version })
    if (review.state === 'proposed') {
      await changeReview(tx, review, { state: 'draft' })
      await withdrawAgreements(tx, subjectOf(review), now)
    }
    const detail = { cleared: false, kind: clearance.kind, subject: clearance.subjectId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
