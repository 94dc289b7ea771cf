import { command } from '../../../engine/command.ts'
import { personOf, within, workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { raiseRemarkInput } from '../contract.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'

/** Says something of a place in the shared text, or suggests other words for it. Its mark in the text is set by the editor. */
export const raiseRemark = command({
  name: 'reviews.raise-remark',
  permission: { roles: workers, reach: 'party' },
  input: raiseRemarkInput,
  run: async ({ tx, acting, now }, { remarkId, reviewId, quote, note, replacement }) => {
    const { bodyId, accountId } = personOf(acting)
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotWriteTogether(within(acting, review.programmeId), review))
    await tx
      .insertInto('review_remark')
      .values({
        id: remarkId,
        review_id: reviewId,
        body_id: bodyId,
        quote,
        note,
        replacement,
        raised_by: accountId,
        raised_at: now,
      })
      .execute()
    return {
      result: { remarkId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { remark: remarkId } },
    }
  },
})
