import type { MouseEvent } from 'react'
import { longDate } from '../../../kernel/dates.ts'
import { Letterhead } from '../../../ui/components/letterhead.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Ticks } from '../../../ui/components/tick.tsx'
import { t } from '../../../ui/messages/index.ts'
import { titleLines } from './clause-tree.ts'
import type { ClauseTicks, Programme } from './programme-page.tsx'
import { TextNotes } from './text-choice.tsx'

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
      <TextNotes programme={programme} />
      <Closing programme={programme} />
    </article>
  )
}

function PaperHead({ programme }: { programme: Programme }) {
  const { parties, number } = programme
  const [head, rest] = titleLines(programme.title)
  const ofParty = parties[0]?.kind === 'party'
  return (
    <header className="paper-head">
      <Letterhead
        bodies={parties.map(party => ({ id: party.bodyId, name: party.name }))}
        party={ofParty}
        number={number ? t(ofParty ? 'paper.number-party' : 'paper.number', { number }) : ''}
        date={[programme.place, programme.date && longDate(programme.date)].filter(Boolean).join(', ')}
      />
      <h1>
        {head}
        {rest && <small>{rest}</small>}
      </h1>
      <p className="marks paper-marks">
        {parties.map(party => (
          <Mark
            key={party.bodyId}
            position={party.position}
            duty={party.position === 1 ? 'lead' : 'support'}
            name={party.shortName}
            showRole
          />
        ))}
      </p>
      {parties.map(
        ({ bodyId, name, heldBy }) =>
          heldBy && (
            <p key={bodyId} className="quiet small">
              {t('programmes.held-by', { name, heldBy })}
            </p>
          ),
      )}
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
    <li
      id={clause.path}
      className={`clause ${clause.state}${clause.heading ? ' heading' : ''}${current ? ' current' : ''}${clause.note === null ? '' : ' noted'}`}
    >
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
        <ClauseWords clause={clause} />
      </a>
      {clause.note !== null && (
        <a
          className="clause-note"
          href={`#ghi-chu-${clause.note}`}
          aria-label={t('amendments.note-mark', { number: clause.note })}
        >
          [{clause.note}]
        </a>
      )}
    </li>
  )
}

/** What is repealed stands struck out; what was changed or added is told by its note alone. */
function ClauseWords({ clause: { label, text, state } }: Pick<RowProps, 'clause'>) {
  const words = `${label} ${text}`
  return state === 'repealed' ? <del>{words}</del> : words
}

/** One tick a year, whose duty it is, and how much was done. */
function Margin({ clause, years, ticks, parties }: Pick<RowProps, 'clause' | 'years' | 'ticks' | 'parties'>) {
  const leads = new Set(clause.commitments.flatMap(commitment => commitment.leadBodies))
  const supports = new Set(clause.commitments.flatMap(commitment => commitment.supportBodies).filter(body => !leads.has(body)))
  const dutyOf = (body: string) => (leads.has(body) ? 'lead' : supports.has(body) ? 'support' : null)
  return (
    <>
      <span className="clause-marks">
        {parties.map(({ bodyId, position, shortName }) => {
          const duty = dutyOf(bodyId)
          // Without a duty the place stays empty, so that marks and ticks stand in columns.
          if (!duty) return <span key={bodyId} className="no-mark" />
          return <Mark key={bodyId} bare position={position} duty={duty} name={shortName} />
        })}
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
  const { recipients } = programme.details
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
      {programme.signatures.map(({ name, lines, signed }) => (
        <div key={`${name} ${lines.join(' ')}`} className="paper-signer">
          {lines.map(line => (
            <b key={line}>{line}</b>
          ))}
          {signed && <i>{t('paper.signed')}</i>}
          <b>{name}</b>
        </div>
      ))}
    </footer>
  )
}
