import { command } from '../../../engine/command.ts'
import { lockKey } from '../../../engine/db/lock-key.ts'
import { senders, within } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { settleClearance } from '../../programmes/index.ts'
import { laidBefore } from '../clearances.ts'
import { moveReviewInput } from '../contract.ts'
import { whyNotPropose } from '../rules.ts'
import { changeReview, getReview, hasSibling } from '../store.ts'

/** Shares the own side's draft with the other parties, for their agreement. */
export const proposeReview = command({
  name: 'reviews.propose-review',
  permission: { roles: senders, reach: 'own' },
  input: moveReviewInput,
  run: async (context, { reviewId, version }) => {
    const { tx, acting } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const review = await getReview(tx, reviewId)
    const { cleared } = await laidBefore(tx, acting, review)
    refuseIf(whyNotPropose(within(acting, review.programmeId), review, cleared))
    // Two sides that share theirs at the same moment come one after the other.
    await lockKey(tx, `review before parties ${review.programmeId}`)
    refuseIf((await hasSibling(tx, review)) ? { code: 'reviews.lies-before-already' } : null)
    await changeReview(tx, { id: reviewId, version }, { state: 'proposed' })
    await settleClearance(context, 'review', reviewId)
    return { result: { version: version + 1 }, audit: { kind: 'review', id: reviewId, programme: review.programmeId } }
  },
})
