import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { closeDisputeInput } from '../contract.ts'
import { DISPUTE, getDispute, markClosed, whyNotCloseDispute } from '../disputes.ts'
import { getReview } from '../store.ts'

/** Withdraws what the own side had said of a figure: its number is agreed to, or was put right where it is recorded. */
export const closeDispute = command({
  name: 'reviews.close-dispute',
  permission: DISPUTE,
  input: closeDisputeInput,
  run: async ({ tx, acting, now }, { disputeId }) => {
    const found = await getDispute(tx, disputeId)
    refuseIf(whyNotCloseDispute(acting, found))
    const { programmeId } = await getReview(tx, found.reviewId)
    await markClosed(tx, disputeId, now)
    return {
      result: { disputeId },
      audit: { kind: 'review', id: found.reviewId, programme: programmeId, detail: { settled: found.figureId } },
    }
  },
})
