import { command } from '../../../engine/command.ts'
import { deciders, personOf, within } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { reviewIdInput } from '../contract.ts'
import { agreementsOf, subjectOf } from '../freezing.ts'
import { whyNotWithdraw } from '../rules.ts'
import { getReview, lockReview, type Review } from '../store.ts'

/** A leader takes back the own side's "chốt" while another side's is still awaited; with the last one it stands for ever. */
export const withdrawAgreement = command({
  name: 'reviews.withdraw-agreement',
  permission: { roles: deciders, reach: 'party', act: 'freeze' },
  input: reviewIdInput,
  run: async ({ tx, acting, now }, { reviewId }) => {
    const { bodyId } = personOf(acting)
    const whyNot = async (review: Review) => {
      const agreed = (await agreementsOf(tx, review)).some(one => one.bodyId === bodyId)
      return whyNotWithdraw(within(acting, review.programmeId), review, agreed)
    }
    refuseIf(await whyNot(await getReview(tx, reviewId)))
    const review = await lockReview(tx, reviewId)
    refuseIf(await whyNot(review))
    await withdrawAgreements(tx, subjectOf(review), now, bodyId)
    return {
      result: { reviewId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { agreement: 'withdrawn' } },
    }
  },
})
