import { Go } from '../../../ui/components/address.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PlanAnswer } from './item-words.ts'

const STATE = { private: 'internal', draft: 'sent', agreed: 'agreed' } as const
export const planState = (state: string) => STATE[state as keyof typeof STATE] ?? 'draft'

/** On a day by their leader here, or by their letter. */
const agreedWords = ({ on, paper }: PlanAnswer['agreements'][number]): string =>
  paper ? t('post.agreed-by-paper', paper) : t('plans.agreed-on', { day: on })

/** Where the plan stands, and which sides have agreed to what is on the screen. */
export function AgreementBar({ answer: { plan, parties, agreements } }: { answer: PlanAnswer }) {
  if (plan.state === 'private') {
    return (
      <section className="card padded agreement-bar" aria-label={t('plans.agreements')}>
        <StateWord state="internal" />
        <span>{t('plans.only-ours')}</span>
        {plan.otherShared && (
          <span>
            {t('refusal.plans.other-shared', { year: plan.year, owner: plan.otherShared.owner })}{' '}
            <Go to={`/ke-hoach/${plan.otherShared.id}`}>{t('plans.open-shared')}</Go>
          </span>
        )}
      </section>
    )
  }
  return (
    <section className="card padded agreement-bar" aria-label={t('plans.agreements')}>
      <StateWord state={planState(plan.state)} />
      {parties.map(party => {
        const agreed = agreements.find(one => one.bodyId === party.bodyId)
        return (
          <span key={party.bodyId} className="mark">
            <Mark position={party.position} duty={agreed ? 'lead' : 'support'} name={party.shortName} bare />
            <span>
              {party.shortName}: {agreed ? <b>{agreedWords(agreed)}</b> : t('plans.not-agreed')}
            </span>
          </span>
        )
      })}
    </section>
  )
}
