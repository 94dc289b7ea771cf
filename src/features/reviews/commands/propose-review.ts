import { command } from '../../../engine/command.ts'
import { deciders } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { moveReviewInput } from '../contract.ts'
import { whyNotPropose } from '../rules.ts'
import { changeReview, getReview } from '../store.ts'

/** Shares the own side's draft with the other parties, for their agreement. */
export const proposeReview = command({
  name: 'reviews.propose-review',
  permission: { roles: deciders, reach: 'own' },
  input: moveReviewInput,
  run: async ({ tx, acting }, { reviewId, version }) => {
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotPropose(acting, review))
    await changeReview(tx, { id: reviewId, version }, { state: 'proposed' })
    return { result: { version: version + 1 }, audit: { kind: 'review', id: reviewId, programme: review.programmeId } }
  },
})
