import { daysBetween } from '../../../kernel/dates.ts'
import { lowered } from '../../../kernel/vietnamese.ts'
import { me } from '../../../ui/client/boot.ts'
import { Go } from '../../../ui/components/address.tsx'
import { InternalMark, Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import type { PackageAnswer } from './types.ts'

/** Where the package stands: from whom to whom, when it was due, sent, received or returned. */
export function PackageStanding({ answer }: { answer: PackageAnswer }) {
  const { package: found, content, can, replacedBy } = answer
  const { from, to } = content
  return (
    <div className="stack">
      <p className="row">
        <StateWord state={found.state} />
        {found.state === 'draft' && <InternalMark />}
        <span className="row">
          <Mark position={from.position} duty="lead" name={from.shortName} /> →{' '}
          <Mark position={to.position} duty="support" name={to.shortName} />
        </span>
        <span className="quiet">{t('exchange.days', { from: content.period.from, to: content.period.to })}</span>
      </p>
      {found.paper && <p>{t('exchange.by-paper', found.paper)}</p>}
      <p className="row quiet">{timesOf(answer).join(' · ')}</p>
      {found.state === 'draft' && <p className="quiet small">{t('exchange.draft-own')}</p>}
      {(found.state === 'draft' || found.state === 'sent') && me().body.id === from.bodyId && (
        <Responsible kind="package" id={found.id} title={titleOf(found.label)} />
      )}
      {found.reason && found.returnedOn && (
        <p className="message bad">{t('exchange.returned-on', { day: found.returnedOn, reason: found.reason })}</p>
      )}
      {found.state === 'draft' && answer.approved && <p className="message">{t('exchange.is-approved')}</p>}
      {(can.send?.code === 'exchange.not-approved' || (can.send?.code === 'not-permitted' && !answer.approved)) && (
        <p className="message">{t('exchange.waits-leader')}</p>
      )}
      {can.send?.code === 'exchange.before-cutoff' && (
        <p className="message">{t('refusal.exchange.before-cutoff', { cutoff: found.cutoff })}</p>
      )}
      {found.replaces && (
        <p>
          {t('exchange.replaces')} <Go to={`/trao-doi/${found.replaces}`}>{t('exchange.replaces-open')}</Go>
        </p>
      )}
      {replacedBy && (
        <p>
          <Go to={`/trao-doi/${replacedBy}`}>{t('exchange.replaced-open')}</Go>
        </p>
      )}
    </div>
  )
}

function timesOf({ package: found, today }: PackageAnswer): string[] {
  const { dueOn, sentOn, receivedOn } = found
  const due = t('exchange.due', { day: dueOn })
  if (!sentOn) return today > dueOn ? [due, t('exchange.overdue', { days: daysBetween(dueOn, today) })] : [due]
  const late = sentOn > dueOn ? t('exchange.sent-late', { days: daysBetween(dueOn, sentOn) }) : t('exchange.sent-in-time')
  const sent = `${t('exchange.sent-on', { day: sentOn })} (${late})`
  if (!receivedOn) return [due, sent]
  const key = receivedOn === sentOn ? 'exchange.received-same-day' : 'exchange.received-on'
  return [due, sent, t(key, { day: receivedOn })]
}

/** "Thông tin quý III/2026" */
export const titleOf = (label: string): string => t('exchange.package', { label: lowered(label) })
