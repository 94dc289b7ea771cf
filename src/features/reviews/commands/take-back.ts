import { command } from '../../../engine/command.ts'
import { deciders } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { moveReviewInput } from '../contract.ts'
import { subjectOf } from '../freezing.ts'
import { whyNotTakeBack } from '../rules.ts'
import { changeReview, getReview } from '../store.ts'

/** Makes a proposed review the own side's draft again; agreements given to it fall. */
export const takeBack = command({
  name: 'reviews.take-back',
  permission: { roles: deciders, reach: 'own', act: 'sign' },
  input: moveReviewInput,
  run: async ({ tx, acting, now }, { reviewId, version }) => {
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotTakeBack(acting, review))
    await changeReview(tx, { id: reviewId, version }, { state: 'draft' })
    await withdrawAgreements(tx, subjectOf(review), now)
    return { result: { version: version + 1 }, audit: { kind: 'review', id: reviewId, programme: review.programmeId } }
  },
})
