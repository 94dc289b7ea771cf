import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { next } from '../queries/next.ts'
import { NextDraft } from './next-draft.tsx'
import { NextLine } from './next-line.tsx'
import { asDecided, followable, useDecide } from './use-decide.ts'
import './renewal.css'

export type NextAnswer = AnswerOf<typeof next>
export type Ending = NextAnswer['programmes'][number]
export type Line = Ending['lines'][number]

const STANDINGS = ['open', 'different', 'agreed'] as const
type Standing = (typeof STANDINGS)[number]

/** From the ending programme to the next one: each clause with its record, what is proposed, and what each side wants of it. */
export default function NextPage() {
  const programmeId = usePathPart('id')
  const [beside] = useAddressWord('cung')
  const asked = { programmeId, ...(beside && { beside: beside.split('.') }) }
  const found = useAnswer<NextAnswer>('renewal.next', asked, { keepPrevious: true })
  const first = found.data?.programmes[0]
  const steps = [
    { label: first?.number ?? first?.title ?? t('renewal.programme'), to: `/chuong-trinh/${programmeId}` },
    { label: t('renewal.next'), current: true },
  ]
  return (
    <Page title={t('renewal.next-title')} above={<ThreadBar steps={steps} />} actions={<PrintButton />}>
      <Answered of={found}>{answer => <Board answer={answer} />}</Answered>
    </Page>
  )
}

function Board({ answer }: { answer: NextAnswer }) {
  const [word, narrow] = useAddressWord('chi')
  const only = STANDINGS.find(one => one === word)
  return (
    <>
      <p className="quiet">{t('renewal.next-help')}</p>
      {answer.programmes.map(ending => (
        <Closing key={ending.id} ending={ending} />
      ))}
      <div className="row no-print">
        <SelectField
          label={t('renewal.next-only')}
          empty={t('renewal.next-all')}
          value={only ?? ''}
          onChange={narrow}
          choices={STANDINGS.map(value => ({ value, label: t(`renewal.only-${value}`) }))}
        />
        <Beside answer={answer} />
      </div>
      {answer.programmes.map(ending => (
        <Clauses key={ending.id} ending={ending} only={only} can={answer.can.decide} alone={answer.programmes.length === 1} />
      ))}
      <NextDraft answer={answer} />
    </>
  )
}

/** How far the old programme is from its end. */
function Closing({ ending: { id, number, title, final } }: { ending: Ending }) {
  const name = number ?? title
  const sentence = final?.closed ? 'renewal.closed' : final ? 'renewal.closing' : 'renewal.not-closed'
  return (
    <p className="message">
      {t(sentence, { name })}{' '}
      <Go to={final ? `/bao-cao/${final.id}` : `/bao-cao?programme=${id}`}>{t('renewal.final-review')}</Go>
    </p>
  )
}

/** A second programme, of a province that was merged, goes on in the same next one. */
function Beside({ answer }: { answer: NextAnswer }) {
  const [beside, setBeside] = useAddressWord('cung')
  const choices = answer.others.map(({ id, number, title }) => ({ value: id, label: number ?? title }))
  const chosen = beside === '' ? [] : beside.split('.')
  if (choices.length === 0 && chosen.length === 0) return null
  const shown = answer.programmes.slice(1).map(({ id, number, title }) => ({ value: id, label: number ?? title }))
  return (
    <SelectField
      label={t('renewal.beside')}
      empty={t('renewal.beside-none')}
      value={chosen[0] ?? ''}
      onChange={setBeside}
      choices={[...shown, ...choices]}
    />
  )
}

export const standingOf = ({ agreed, decisions }: Line, parties: number): Standing =>
  agreed ? 'agreed' : decisions.length === parties ? 'different' : 'open'

type ClausesProps = { ending: Ending; only: Standing | undefined; can: boolean; alone: boolean }

function Clauses({ ending, only, can, alone }: ClausesProps) {
  const decide = useDecide(ending.id)
  const lines = ending.lines.filter(line => !line.heading)
  const shown = lines.filter(line => !only || standingOf(line, ending.parties.length) === only)
  const ready = followable(lines)
  const agreed = lines.filter(line => line.agreed).length
  const label = t('renewal.lines', { agreed, count: lines.length })
  return (
    <section className="card" aria-labelledby={`lines-${ending.id}`}>
      <div className="card-head">
        <h2 id={`lines-${ending.id}`}>{alone ? label : `${ending.number ?? ending.title}: ${label}`}</h2>
        {can && ready.length > 0 && (
          <button
            type="button"
            className="button no-print"
            aria-disabled={decide.busy || undefined}
            onClick={() => void decide.send(ready.map(line => asDecided(line, line.proposal.choice)))}
          >
            {t('renewal.follow', { count: ready.length })}
          </button>
        )}
      </div>
      {decide.problem}
      {shown.length === 0 && <p className="no-lines quiet">{t('renewal.lines-none')}</p>}
      <ul className="lines">
        {shown.map(line => (
          <NextLine key={line.path} line={line} ending={ending} can={can} />
        ))}
      </ul>
    </section>
  )
}
