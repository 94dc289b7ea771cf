import { t } from '../../../ui/messages/index.ts'
import { ClearanceCard } from '../../programmes/web/clearance-card.tsx'
import type { PlanAnswer } from './item-words.ts'

/** What of the plan was laid before the own leader. Agreeing stays the leader's own act and clears nothing by itself. */
export function PlanClearance({ answer: { plan, outgoing, clearance, can } }: { answer: PlanAnswer }) {
  const submit =
    can.submit && outgoing
      ? {
          command: 'plans.submit-plan',
          input: { planId: plan.id },
          why: t(`plans.submit-${outgoing.step as 'share' | 'proposals' | 'agree'}`),
        }
      : null
  return (
    <ClearanceCard
      clearance={clearance}
      concerns={['plans']}
      submit={submit}
      clear={clearance?.step === 'agree' ? null : 'plans.clear-submission'}
    />
  )
}
