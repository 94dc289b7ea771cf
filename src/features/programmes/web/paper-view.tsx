import type { MouseEvent } from 'react'
import { longDate } from '../../../kernel/dates.ts'
import { Mark } from '../../../ui/components/mark.tsx'
import { Ticks } from '../../../ui/components/tick.tsx'
import { t } from '../../../ui/messages/index.ts'
import { titleLines } from './clause-tree.ts'
import type { ClauseTicks, Programme } from './programme-page.tsx'

type PaperProps = {
  programme: Programme
  ticks: ReadonlyMap<string, ClauseTicks>
  selected: string
  onSelect: (path: string) => void
}

/** The signed text set like the paper, with a narrow margin that lives. */
export function PaperView({ programme, ticks, selected, onSelect }: PaperProps) {
  const years = Array.from({ length: programme.period.to - programme.period.from + 1 }, (_, at) => programme.period.from + at)
  return (
    <article className="card paper paper-text">
      <PaperHead programme={programme} />
      {programme.bases.map(basis => (
        <p key={basis} className="paper-basis">
          {basis}
        </p>
      ))}
      <h2 className="unseen">{t('programmes.page-clauses')}</h2>
      <ol className="plain-list clauses">
        {programme.clauses.map(clause => (
          <ClauseRow
            key={clause.path}
            clause={clause}
            years={years}
            ticks={ticks.get(clause.path)}
            parties={programme.parties}
            current={clause.path === selected}
            onSelect={onSelect}
          />
        ))}
      </ol>
      <Closing programme={programme} />
      <p className="paper-legend no-print">{t('programmes.page-legend')}</p>
    </article>
  )
}

function PaperHead({ programme }: { programme: Programme }) {
  const [head, rest] = titleLines(programme.title)
  return (
    <header className="paper-head">
      <div className="paper-issuers">
        <p>
          <b>{programme.parties.map(party => party.name.toUpperCase()).join(' - ')}</b>
        </p>
        <p>{programme.number && t('programmes.number', { number: programme.number })}</p>
        <p>
          <i>{[programme.place, programme.date && longDate(programme.date)].filter(Boolean).join(', ')}</i>
        </p>
      </div>
      <h1>
        {head}
        {rest && <small>{rest}</small>}
      </h1>
      <p className="marks paper-marks">
        {programme.parties.map(party => (
          <Mark
            key={party.bodyId}
            position={party.position}
            duty={party.position === 1 ? 'lead' : 'support'}
            name={party.shortName}
            showRole
          />
        ))}
      </p>
    </header>
  )
}

type RowProps = {
  clause: Programme['clauses'][number]
  years: readonly number[]
  ticks: ClauseTicks | undefined
  parties: Programme['parties']
  current: boolean
  onSelect: (path: string) => void
}

function ClauseRow({ clause, years, ticks, parties, current, onSelect }: RowProps) {
  const select = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (!getSelection()?.toString()) onSelect(clause.path)
  }
  return (
    <li id={clause.path} className={`clause${clause.heading ? ' heading' : ''}${current ? ' current' : ''}`}>
      <div className="clause-margin">
        {clause.commitments.length > 0 && <Margin clause={clause} years={years} ticks={ticks} parties={parties} />}
      </div>
      <a
        href={`#${encodeURIComponent(clause.path)}`}
        className="clause-text"
        aria-current={current || undefined}
        draggable={false}
        onClick={select}
      >
        {clause.label} {clause.text}
      </a>
    </li>
  )
}

/** One tick a year, whose duty it is, and how much was done. */
function Margin({ clause, years, ticks, parties }: Pick<RowProps, 'clause' | 'years' | 'ticks' | 'parties'>) {
  const leads = new Set(clause.commitments.flatMap(commitment => commitment.leadBodies))
  const supports = new Set(clause.commitments.flatMap(commitment => commitment.supportBodies).filter(body => !leads.has(body)))
  const marked = parties.filter(party => leads.has(party.bodyId) || supports.has(party.bodyId))
  return (
    <>
      <span className="clause-marks">
        {marked.map(party => (
          <Mark
            key={party.bodyId}
            bare
            position={party.position}
            duty={leads.has(party.bodyId) ? 'lead' : 'support'}
            name={party.shortName}
          />
        ))}
      </span>
      <Ticks years={ticks?.ticks ?? years.map(year => ({ year, state: 'not-due' as const }))} />
      <span className="clause-count">{countWords(ticks)}</span>
    </>
  )
}

function countWords(ticks: ClauseTicks | undefined): string {
  if (!ticks) return ''
  if (ticks.activities > 0) return t('programmes.page-count', { count: ticks.activities })
  return ticks.silent ? t('programmes.page-silent') : ''
}

/** Who signed, the lead at the right, and who receives. */
function Closing({ programme }: { programme: Programme }) {
  const { signatories, recipients } = programme.details
  return (
    <footer className="paper-closing">
      <div>
        {recipients.length > 0 && (
          <>
            <p className="paper-recipients">
              <b>
                <i>{t('programmes.recipients')}:</i>
              </b>
            </p>
            <ul className="plain-list paper-recipients">
              {recipients.map(recipient => (
                <li key={recipient}>- {recipient}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {signatories.map(signer => (
        <div key={`${signer.name} ${signer.body}`} className="paper-signer">
          <b>{signer.body?.toUpperCase()}</b>
          <b>{signer.position?.toUpperCase()}</b>
          <b>{signer.name}</b>
        </div>
      ))}
    </footer>
  )
}
