import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { disputeFigureInput } from '../contract.ts'
import { DISPUTE, disputesOf, whyNotDispute } from '../disputes.ts'
import { compileLive } from '../freezing.ts'
import { getReview, lockReview } from '../store.ts'

/** Says for the own side that a figure of a shared report is wrong, and why; the report is not frozen while that stands. */
export const disputeFigure = command({
  name: 'reviews.dispute-figure',
  permission: DISPUTE,
  input: disputeFigureInput,
  run: async ({ tx, acting, now }, { disputeId, reviewId, figureId, note }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotDispute(acting, await getReview(tx, reviewId)))
    const review = await lockReview(tx, reviewId)
    refuseIf(whyNotDispute(acting, review))
    const figure = (await compileLive(tx, review)).compiled.figures[figureId]
    if (!figure) throw new Refusal('not-found', { what: 'figure' })
    const standing = (await disputesOf(tx, reviewId)).some(
      one => one.closedAt === null && one.bodyId === bodyId && one.figureId === figureId,
    )
    if (standing) throw new Refusal('reviews.disputed-already')
    const said = { figure_id: figureId, value: figure.value, note, raised_by: accountId, raised_at: now }
    await tx
      .insertInto('figure_dispute')
      .values({ id: disputeId, review_id: reviewId, body_id: bodyId, ...said })
      .execute()
    return {
      result: { disputeId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { disputed: figureId } },
    }
  },
})
