import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { type State, StateWord } from '../../../ui/components/state-word.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { activitiesAddress, planAddress } from './addresses.ts'
import { ClauseBeside } from './clause-beside.tsx'
import { DutyIndicator, useClauseIndicators } from './clause-indicators.tsx'
import { ClauseLevels } from './clause-levels.tsx'
import { ClauseOrigins } from './clause-origins.tsx'
import { ClauseRequests } from './clause-requests.tsx'
import { scheduleWords, targetWords } from './commitment-words.ts'
import type { ClauseTicks, Programme } from './programme-page.tsx'

type Clause = Programme['clauses'][number]
type PaneProps = { programme: Programme; clause: Clause; ticks: ClauseTicks | undefined; onClose: () => void }

/** What hangs on the clause that was chosen: duties, the year's plan, the latest activities. */
export function ClausePane({ programme, clause, ticks, onClose }: PaneProps) {
  const { id, year, can } = programme
  const first = ticks?.items[0]
  return (
    <div className="card padded stack">
      <div className="pane-head">
        <h2>{citeClause(clause.path)}</h2>
        <Button look="plain" className="phone-only" onClick={onClose} aria-label={t('programmes.page-close')}>
          {t('part.close')}
        </Button>
      </div>
      <ClauseOrigins origins={programme.origins} path={clause.path} />
      <Duties programme={programme} clause={clause} />
      <ClauseLevels programmeId={id} path={clause.path} />
      {clause.commitments.length > 0 && (
        <>
          <PlanItems year={year} items={ticks?.items ?? []} />
          <LatestActivities programmeId={id} path={clause.path} />
          <ClauseRequests programmeId={id} path={clause.path} />
          <ClauseBeside programmeId={id} path={clause.path} />
        </>
      )}
      <div className="row no-print">
        {can.record && clause.commitments.length > 0 && (
          <ButtonLink look="main" to={first ? `/hoat-dong/moi?muc=${first.id}` : '/hoat-dong/moi'}>
            {t('programmes.page-record')}
          </ButtonLink>
        )}
        <ButtonLink to={planAddress(id, year)}>{t('programmes.page-open-plan')}</ButtonLink>
        {can.plan && (
          <ButtonLink look="plain" to={`/chuong-trinh/${id}/dieu-chinh/moi?muc=${encodeURIComponent(clause.path)}`}>
            {t('amendments.from-clause')}
          </ButtonLink>
        )}
        <Button look="plain" onClick={() => void copyLink(clause.path)}>
          {t('programmes.page-copy')}
        </Button>
      </div>
    </div>
  )
}

async function copyLink(path: string): Promise<void> {
  const address = `${location.origin}${location.pathname}#${encodeURIComponent(path)}`
  try {
    await navigator.clipboard.writeText(address)
    tell(t('programmes.page-copied', { cite: citeClause(path) }))
  } catch {
    tell(t('programmes.page-copy-failed'))
  }
}

function Duties({ programme, clause }: { programme: Programme; clause: Clause }) {
  const { commitments } = clause
  const indicators = useClauseIndicators(programme.id, clause.path)
  if (commitments.length === 0)
    return <p className="quiet">{t(clause.heading ? 'programmes.page-heading' : 'programmes.page-no-duty')}</p>
  return (
    <ul className="plain-list stack">
      {commitments.map(commitment => (
        <li key={commitment.id} className="duty">
          {commitments.length > 1 && <p className="paper-text">{commitment.text}</p>}
          <Sides programme={programme} commitment={commitment} />
          <PassedOn passed={programme.passed} commitment={commitment} />
          {commitment.schedules.length > 0 && (
            <p className="quiet small">
              {t('programmes.time')} · {commitment.schedules.map(scheduleWords).join('; ')}
            </p>
          )}
          {commitment.targets.map(target => (
            <p key={target.text} className="quiet small">
              {t('programmes.target')} · {targetWords(target)}
            </p>
          ))}
          <DutyIndicator answer={indicators} commitmentId={commitment.id} programmeId={programme.id} />
          {commitment.others.length > 0 && (
            <p className="quiet small">
              {t('programmes.others')} · {commitment.others.join('; ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Parties wear their marks; a body that is none stands by its printed name. */
function Sides({ programme, commitment }: { programme: Programme; commitment: Clause['commitments'][number] }) {
  const { lead, leadBodies, support, supportBodies } = commitment
  const marks = programme.parties.flatMap(party => {
    const duty = leadBodies.includes(party.bodyId) ? 'lead' : supportBodies.includes(party.bodyId) ? 'support' : null
    return duty ? [<Mark key={party.bodyId} position={party.position} duty={duty} name={party.shortName} showRole />] : []
  })
  return (
    <p className="marks">
      {marks}
      {leadBodies.length === 0 && lead.length > 0 && <span>{t('programmes.lead-line', { names: lead.join('; ') })}</span>}
      {supportBodies.length === 0 && support.length > 0 && (
        <span>{t('programmes.support-line', { names: support.join('; ') })}</span>
      )}
    </p>
  )
}

/** The text keeps the name that it was signed with; who does the duty today stands beside it. */
function PassedOn({ passed, commitment }: Pick<Programme, 'passed'> & { commitment: Clause['commitments'][number] }) {
  const names = [...commitment.lead, ...commitment.support, ...commitment.others]
  return passed
    .filter(one => names.includes(one.name))
    .map(({ name, holder, from, reorganisationId }) => (
      <p key={name} className="small">
        {t('programmes.passed-on', { name, holder, day: printDate(from) })}{' '}
        <Go to={`/to-chuc/sap-xep/${reorganisationId}`}>{t('programmes.passed-by')}</Go>
      </p>
    ))
}

const isState = (state: string): state is State => find(`state.${state}`) !== null

function PlanItems({ year, items }: { year: number; items: ClauseTicks['items'] }) {
  return (
    <section>
      <h3>{t('programmes.page-plan', { year })}</h3>
      {items.length === 0 && <p className="quiet">{t('programmes.page-plan-none', { year })}</p>}
      <ul className="plain-list pane-lines">
        {items.map(item => (
          <li key={item.id}>
            <span>
              <Go to={`/hoat-dong/moi?muc=${item.id}`}>{item.title}</Go>
              <small className="quiet">{item.progressText}</small>
            </span>
            {isState(item.state) && <StateWord state={item.state} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Amount = { value: number; unit: string } | null
type Latest = { activities: { id: string; title: string; heldOn: string; place: string; count: Amount; reach: Amount }[] }

const LATEST = 3

function LatestActivities({ programmeId, path }: { programmeId: string; path: string }) {
  const { data } = useAnswer<Latest>('activities.list', { programmeId, clausePath: path, limit: LATEST })
  if (!data) return null
  return (
    <section>
      <h3>
        <Go to={activitiesAddress(programmeId, path)}>{t('programmes.page-activities')}</Go>
      </h3>
      {data.activities.length === 0 && <p className="quiet">{t('programmes.page-activities-none')}</p>}
      <ul className="plain-list pane-lines">
        {data.activities.map(activity => (
          <li key={activity.id}>
            <span>
              <Go to={`/hoat-dong/${activity.id}`}>{activity.title}</Go>
              <small className="quiet">{[printDate(activity.heldOn), activity.place, ...amounts(activity)].join(' · ')}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const amounts = ({ count, reach }: { count: Amount; reach: Amount }): string[] =>
  [count, reach].flatMap(amount => (amount ? [`${printNumber(amount.value)} ${amount.unit}`] : []))
