import { t } from '../../../ui/messages/index.ts'
import { ClearanceCard } from '../../programmes/web/clearance-card.tsx'
import type { ReviewAnswer } from './types.ts'
import { WithdrawClearing } from './withdraw-clearing.tsx'

/** What of the report was laid before the own leader. Freezing stays the leader's own act and clears nothing by itself. */
export function ReviewClearance({ answer: { review, outgoing, clearance, can } }: { answer: ReviewAnswer }) {
  const submit =
    can.submit === null && outgoing
      ? {
          command: 'reviews.submit-review',
          input: { reviewId: review.id },
          why: t(`reviews.submit-${outgoing.step as 'propose' | 'freeze'}`),
        }
      : null
  return (
    <ClearanceCard
      clearance={clearance}
      concerns={['reviews']}
      submit={submit}
      clear={clearance?.step === 'freeze' ? null : 'reviews.clear-submission'}
    >
      {clearance && can.withdrawClearing === null && (
        <WithdrawClearing clearance={clearance} proposed={review.state === 'proposed'} />
      )}
    </ClearanceCard>
  )
}
