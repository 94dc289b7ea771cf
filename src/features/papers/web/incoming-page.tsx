import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { WordsBox } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PaperParts } from './paper-parts.tsx'
import type { IncomingRegister } from './types.ts'
import { Unregistered } from './unregistered-part.tsx'
import './papers.css'

type Waiting = IncomingRegister['waiting'][number]
type Line = IncomingRegister['lines'][number]

/** What has come in: papers that wait to be entered, and the register of the year. `?nam=2026&tim=…` */
export default function IncomingPage() {
  const [year] = useAddressWord('nam')
  const [words, setWords] = useAddressWord('tim')
  const asked = { ...(year ? { key: year } : {}), ...(words ? { words } : {}) }
  const found = useAnswer<IncomingRegister>('papers.incoming-register', asked, { keepPrevious: true })
  const [returning, setReturning] = useState<Waiting | null>(null)
  const title = t('papers.incoming-of', { year: found.data?.year ?? '' })
  return (
    <Page
      title={title}
      above={<PaperParts open="/van-ban/den" />}
      actions={
        <>
          {found.data?.can.enter && <ButtonLink to="/van-ban/den/moi">{t('papers.enter-incoming')}</ButtonLink>}
          {found.data?.bookId && (
            <DownloadLink href={`/api/exports/paper-register/${found.data.bookId}.xlsx`}>{t('papers.as-xlsx')}</DownloadLink>
          )}
          <PrintButton />
        </>
      }
    >
      <Answered of={found}>
        {answer => (
          <div className="stack register-print">
            {answer.waiting.map(one => (
              <WaitingCard key={one.id} one={one} answer={answer} onReturn={setReturning} />
            ))}
            <Unregistered files={answer.unregistered} />
            <div className="row filters-row no-print">
              <WordsBox label={t('papers.words')} value={words} onChange={setWords} />
            </div>
            {answer.lines.length > 0 ? (
              <Table caption={title} columns={columnsOf()} rows={answer.lines} keyOf={row => row.id} />
            ) : words ? (
              <p className="message">{t('papers.none-match')}</p>
            ) : (
              <EmptyPlace title={t('papers.none-incoming')} help={t('papers.none-incoming-help')} />
            )}
          </div>
        )}
      </Answered>
      {returning && (
        <ReturnDialog
          command="papers.return-sending"
          at={{ dispatchId: returning.id, version: returning.version }}
          title={t('papers.return-title')}
          submit={t('papers.return')}
          label={t('papers.return-reason')}
          done={t('papers.returned-done')}
          onClose={() => setReturning(null)}
        />
      )}
    </Page>
  )
}

type WaitingProps = { one: Waiting; answer: IncomingRegister; onReturn: (one: Waiting) => void }

/** A paper that was sent within the site: to be entered the same day, or sent back. */
function WaitingCard({ one, answer: { can, today }, onReturn }: WaitingProps) {
  const receive = useCommand<object, { number: number }>('papers.receive-paper')
  const take = async () => {
    const sent = await receive.send({ incomingId: newId(), dispatchId: one.id, version: one.version, arrivedOn: today })
    if (sent) tell(t('papers.received-done', { number: sent.answer.number }))
  }
  return (
    <section className="card padded stack no-print" aria-label={one.title}>
      <h2>{one.title}</h2>
      <p>{[one.cited, printDate(one.dated), one.issuers].join(' · ')}</p>
      <div className="row">
        {can.enter && (
          <Button look="main" busy={receive.state === 'sending'} onClick={() => void take()}>
            {t('papers.receive')}
          </Button>
        )}
        <DownloadLink href={`/api/exports/official-paper/${one.paperId}.pdf`}>{t('papers.see')}</DownloadLink>
        {can.enter && <Button onClick={() => onReturn(one)}>{t('papers.return')}</Button>}
      </div>
      <Problem of={receive} />
    </section>
  )
}

const columnsOf = (): readonly Column<Line>[] => [
  {
    key: 'number',
    title: t('papers.incoming-number'),
    cell: row => row.number,
    sort: row => row.number,
    align: 'right',
    width: '5rem',
  },
  {
    key: 'day',
    title: t('papers.incoming-day'),
    cell: row => printDate(row.arrivedOn),
    sort: row => row.arrivedOn,
    width: '7rem',
  },
  { key: 'issuer', title: t('papers.issuers'), cell: row => row.issuer, sort: row => row.issuer },
  { key: 'cited', title: t('papers.number'), cell: row => `${row.cited}, ${printDate(row.dated)}`, sort: row => row.cited },
  {
    key: 'what',
    title: t('papers.line-what'),
    cell: row => <Go to={`/van-ban/den/${row.id}`}>{`${row.kindName}: ${row.subject}`}</Go>,
    sort: row => row.subject,
  },
  { key: 'unit', title: t('papers.lead-unit'), cell: row => row.unit ?? t('papers.not-given-yet'), sort: row => row.unit },
  {
    key: 'due',
    title: t('papers.due'),
    cell: row => (row.settledOn ? t('papers.settled-on', { day: row.settledOn }) : row.dueOn ? printDate(row.dueOn) : ''),
    sort: row => row.dueOn,
  },
]
