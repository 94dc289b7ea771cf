import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ProposedMark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { targetWords } from './commitment-words.ts'

type Indicator = {
  id: string
  target: { min: number | null; max: number | null; unit: string; per: string | null }
  byBody: string
  state: string
  agreedOn: string | null
}
/** What `plans.indicators` tells of the duties of a clause. */
type DutyIndicators = { id: string; indicators: Indicator[]; can: { propose: boolean } }
type Answer = { parties: { bodyId: string; shortName: string }[]; duties: DutyIndicators[] }

export const useClauseIndicators = (programmeId: string, clausePath: string): Answer | undefined =>
  useAnswer<Answer>('plans.indicators', { programmeId, clausePath }).data

type DutyProps = { answer: Answer | undefined; commitmentId: string; programmeId: string }

/** Beside a duty, never in it: how the sides measure it, or propose to. */
export function DutyIndicator({ answer, commitmentId, programmeId }: DutyProps) {
  const duty = answer?.duties.find(one => one.id === commitmentId)
  if (!answer || !duty) return null
  const shown = duty.indicators.filter(one => one.state === 'agreed' || one.state === 'proposed')
  const nameOf = (bodyId: string) => answer.parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  const to = `/chuong-trinh/${programmeId}/chi-tieu#${commitmentId}`
  return (
    <>
      {shown.map(one => (
        <p key={one.id} className="small">
          <span className="quiet">{t('programmes.indicator')} ·</span> <Go to={to}>{targetWords({ ...one.target, text: '' })}</Go>{' '}
          {one.state === 'agreed' ? (
            <StateWord state="agreed" {...(one.agreedOn ? { after: printDate(one.agreedOn) } : {})} />
          ) : (
            <ProposedMark name={nameOf(one.byBody)} />
          )}
        </p>
      ))}
      {shown.length === 0 && duty.can.propose && (
        <p className="small no-print">
          <Go to={to}>{t('programmes.indicator-propose')}</Go>
        </p>
      )}
    </>
  )
}
