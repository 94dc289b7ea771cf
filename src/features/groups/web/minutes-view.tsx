import type { ReactNode } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Conclusion, MeetingAnswer } from './types.ts'

type MinutesProps = { answer: MeetingAnswer; actions?: (conclusion: Conclusion) => ReactNode }

/** The minutes as the parties agree to them: facts, what was spoken of, what was concluded. */
export function MinutesView({ answer, actions }: MinutesProps) {
  const { meeting, parties } = answer
  const chair = parties.find(party => party.bodyId === meeting.chairedBy)
  return (
    <div className="stack">
      <dl className="meeting-facts">
        <dt>{t('groups.held-on')}</dt>
        <dd>
          {[printDate(meeting.heldOn), [meeting.beginsAt, meeting.endsAt].filter(Boolean).join(' – ')].filter(Boolean).join(', ')}
        </dd>
        <dt>{t('groups.place')}</dt>
        <dd>{meeting.place}</dd>
        <dt>{t('groups.chaired-by')}</dt>
        <dd>{chair && <Mark position={chair.position} duty="lead" name={chair.shortName} />}</dd>
        {meeting.secretary && (
          <>
            <dt>{t('groups.secretary')}</dt>
            <dd>{meeting.secretary}</dd>
          </>
        )}
        {meeting.present && (
          <>
            <dt>{t('groups.present')}</dt>
            <dd className="meeting-text">{meeting.present}</dd>
          </>
        )}
        {meeting.minutes && (
          <>
            <dt>{t('groups.minutes')}</dt>
            <dd>
              <a href={`/api/files/${meeting.minutes.id}`} download>
                {meeting.minutes.name}
              </a>
            </dd>
          </>
        )}
      </dl>
      <section>
        <h2>{t('groups.agenda')}</h2>
        <p className="meeting-text">{meeting.agenda}</p>
      </section>
      {meeting.notes && (
        <section>
          <h2>{t('groups.notes')}</h2>
          <p className="meeting-text">{meeting.notes}</p>
        </section>
      )}
      <section>
        <h2>{t('groups.conclusions')}</h2>
        {answer.conclusions.length === 0 ? (
          <p className="quiet">{t('groups.no-conclusions')}</p>
        ) : (
          <ol className="conclusion-lines">
            {answer.conclusions.map(one => (
              <ConclusionLine key={one.id} answer={answer} conclusion={one} actions={actions?.(one)} />
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

type LineProps = { answer: MeetingAnswer; conclusion: Conclusion; actions: ReactNode }

function ConclusionLine({ answer, conclusion, actions }: LineProps) {
  const { parties, programme, meeting } = answer
  const { id, text, leadBody, supportBodies, dueOn, clausePath, standing, doneOn, result, planId } = conclusion
  const marks = parties.flatMap(party => {
    const duty = party.bodyId === leadBody ? 'lead' : supportBodies.includes(party.bodyId) ? 'support' : null
    return duty ? [<Mark key={party.bodyId} position={party.position} duty={duty} name={party.shortName} showRole />] : []
  })
  return (
    <li id={id}>
      <div>{text}</div>
      <div className="row small">
        <span className="marks">{marks}</span>
        <span className="quiet">{dueOn ? t('groups.due', { day: dueOn }) : t('groups.no-due')}</span>
        {clausePath && <Go to={`/chuong-trinh/${programme.id}#${encodeURIComponent(clausePath)}`}>{citeClause(clausePath)}</Go>}
        {meeting.state === 'agreed' && <StateWord state={standing} />}
        {doneOn && <span className="quiet">{t('groups.done-on', { day: doneOn })}</span>}
        {planId && <Go to={`/ke-hoach/${planId}`}>{t('groups.in-plan')}</Go>}
      </div>
      {result && <p className="quiet small">{result}</p>}
      {actions}
    </li>
  )
}
