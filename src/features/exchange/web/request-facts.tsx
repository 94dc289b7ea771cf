import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { Facts } from '../../../ui/components/facts.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { RequestAnswer } from './request-types.ts'

/** What is asked, by whom of whom, and its letters. `bare`: within something that is a card itself. */
export function RequestFacts({ answer, bare = false }: { answer: RequestAnswer; bare?: boolean }) {
  const { request: one, parties, files } = answer
  const signers = parties.filter(party => party.bodyId === one.from || one.signedWith.includes(party.bodyId))
  const file = (id: string | null) => files.find(found => found.id === id)
  const rows: [string, React.ReactNode][] = [
    [t('exchange.request-from'), <Signers key="from" signers={signers} />],
    [t('exchange.request-to'), one.toName],
    [t('exchange.request-clause'), one.clausePath && citeClause(one.clausePath)],
    [t('exchange.request-letter'), one.sentOn && <Letter number={one.number} day={one.sentOn} file={file(one.letterFile)} />],
    [t('exchange.request-due'), one.dueOn && printDate(one.dueOn)],
    [t('exchange.request-urged'), one.urgedOn && printDate(one.urgedOn)],
    [t('exchange.request-answer'), one.answer && t(`exchange.answer-${one.answer}`)],
    [
      t('exchange.answer-letter'),
      one.answeredOn && <Letter number={one.answerNumber} day={one.answeredOn} file={file(one.answerFile)} />,
    ],
    [t('exchange.answer-summary'), one.summary],
  ]
  return (
    <section className={`${bare ? '' : 'card padded '}stack`}>
      <p className="duty-note">{one.content}</p>
      <Facts facts={rows} />
    </section>
  )
}

const Signers = ({ signers }: { signers: RequestAnswer['parties'] }) => (
  <span className="marks">
    {signers.map(party => (
      <Mark key={party.bodyId} position={party.position} duty="lead" name={party.shortName} />
    ))}
  </span>
)

type LetterProps = { number: string | null; day: string; file: { id: string; name: string } | undefined }

const Letter = ({ number, day, file }: LetterProps) => (
  <>
    {number ? t('exchange.letter-of', { number, day: printDate(day) }) : printDate(day)}
    {file && (
      <>
        {' · '}
        <a href={`/api/files/${file.id}`} download>
          {file.name}
        </a>
      </>
    )}
  </>
)
