import { command } from '../../../engine/command.ts'
import { deciders, within } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { freezeReviewInput } from '../contract.ts'
import { compileLive, subjectOf } from '../freezing.ts'
import { withLeftOut } from '../left-out.ts'
import { whyNotFreeze } from '../rules.ts'
import { changeReview, getReview, lockReview, type Review } from '../store.ts'

/**
 * "Chốt": a leader agrees to exactly the text and figures seen, by their digest. With the last party's agreement
 * to the same content it is frozen for ever. It is compiled before the row is held; under the hold it is only seen that nothing behind it
 * has changed.
 */
export const freezeReview = command({
  name: 'reviews.freeze-review',
  permission: { roles: deciders, reach: 'party', act: 'freeze' },
  input: freezeReviewInput,
  prepare: async ({ read, acting }, { reviewId }) =>
    read(async db => {
      const review = await getReview(db, reviewId)
      // What is frozen already is answered by the record of its command, what may not be is refused below.
      if (whyNotFreeze(within(acting, review.programmeId), review) === null) await compileLive(db, review)
    }),
  run: async (context, { reviewId, digest }) => {
    const { tx, acting, now } = context
    const whyNot = (review: Review) => whyNotFreeze(within(acting, review.programmeId), review)
    refuseIf(whyNot(await getReview(tx, reviewId)))
    const review = await lockReview(tx, reviewId)
    refuseIf(whyNot(review))
    const live = await compileLive(tx, review)
    if (live.digest !== digest) throw new Refusal('reviews.content-moved')
    const { complete } = await recordAgreement(context, subjectOf(review), digest)
    if (complete) {
      const frozen = await withLeftOut(tx, review, live.compiled)
      await changeReview(tx, review, { state: 'frozen', frozen, digest, frozen_at: now })
    }
    await settleClearance(context, 'review', reviewId)
    return {
      result: { frozen: complete },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { digest, frozen: complete } },
    }
  },
})
