import { Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PlanAnswer } from './item-words.ts'

/** Where the plan stands, and which sides have agreed to what is on the screen. */
export function AgreementBar({ answer: { plan, parties, agreements } }: { answer: PlanAnswer }) {
  return (
    <section className="card padded agreement-bar" aria-label={t('plans.agreements')}>
      <StateWord state={plan.state === 'agreed' ? 'agreed' : 'draft'} />
      {parties.map(party => {
        const agreed = agreements.find(one => one.bodyId === party.bodyId)
        return (
          <span key={party.bodyId} className="mark">
            <Mark position={party.position} duty={agreed ? 'lead' : 'support'} name={party.shortName} bare />
            <span>
              {party.shortName}: {agreed ? <b>{t('plans.agreed-on', { day: agreed.on })}</b> : t('plans.not-agreed')}
            </span>
          </span>
        )
      })}
    </section>
  )
}
