import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { FilterChoice, WordsBox } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { noteOf } from '../registers/note-of.ts'
import { BookForms } from './book-forms.tsx'
import { PaperParts } from './paper-parts.tsx'
import type { BookRow, Register } from './types.ts'
import './papers.css'

/** The outgoing register: every number of a book. `?so=2026` opens a book, `?tim=` looks for words. */
export default function RegisterPage() {
  const [key, setKey] = useAddressWord('so')
  const [words, setWords] = useAddressWord('tim')
  const asked = { ...(key ? { key } : {}), ...(words ? { words } : {}) }
  const found = useAnswer<Register>('papers.register', asked, { keepPrevious: true })
  const [cancelling, setCancelling] = useState<BookRow | null>(null)
  const title = found.data ? t('papers.register-of', { key: found.data.book.key }) : t('papers.register')
  return (
    <Page
      title={title}
      above={<PaperParts open="/van-ban/so-di" />}
      actions={
        <>
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
            <div className="row filters-row no-print">
              <WordsBox label={t('papers.words')} value={words} onChange={setWords} />
              <FilterChoice
                label={t('papers.book')}
                value={answer.book.key}
                onChange={setKey}
                any={null}
                choices={[...new Set([answer.book.key, ...answer.books])].map(value => ({ value, label: value }))}
              />
            </div>
            <p>{answer.body.name}</p>
            {answer.book.first > 1 && <p className="quiet">{t('papers.before-book', { to: answer.book.first - 1 })}</p>}
            <Lines answer={answer} words={words} onCancel={setCancelling} />
            {answer.can.keep && <BookForms answer={answer} />}
          </div>
        )}
      </Answered>
      {cancelling && (
        <ReturnDialog
          command="papers.cancel-number"
          at={{ entryId: cancelling.id, version: cancelling.version }}
          title={t('papers.cancel-title', { number: cancelling.number })}
          submit={t('papers.cancel-number')}
          label={t('papers.cancel-reason')}
          help={t('papers.cancel-help')}
          done={t('papers.number-cancelled')}
          onClose={() => setCancelling(null)}
        />
      )}
    </Page>
  )
}

type LinesProps = { answer: Register; words: string; onCancel: (row: BookRow) => void }

function Lines({ answer, words, onCancel }: LinesProps) {
  if (answer.lines.length === 0)
    return words ? (
      <p className="message">{t('papers.none-match')}</p>
    ) : (
      <EmptyPlace title={t('papers.book-none')} help={t('papers.book-none-help')} />
    )
  return (
    <Table
      caption={t('papers.register')}
      columns={answer.can.keep ? [...columnsOf(), cancelColumn(onCancel)] : columnsOf()}
      rows={answer.lines}
      keyOf={row => row.id}
    />
  )
}

const cancelColumn = (onCancel: (row: BookRow) => void): Column<BookRow> => ({
  key: 'cancel',
  title: t('papers.do'),
  buttons: true,
  cell: row =>
    row.counted && (row.standing === 'reserved' || row.paperState === 'frozen') ? (
      <Button look="plain" aria-label={t('papers.cancel-title', { number: row.number })} onClick={() => onCancel(row)}>
        {t('papers.cancel-number')}
      </Button>
    ) : null,
})

const columnsOf = (): readonly Column<BookRow>[] => [
  { key: 'number', title: t('papers.number'), cell: row => row.cited ?? row.number, sort: row => row.number, width: '11rem' },
  { key: 'day', title: t('papers.line-day'), cell: row => printDate(row.dated), sort: row => row.dated, width: '7rem' },
  {
    key: 'what',
    title: t('papers.line-what'),
    cell: row => {
      const text = row.subject ? `${row.kind}: ${row.subject}` : row.kind
      return row.paperId ? <Go to={`/van-ban/${row.paperId}`}>{text}</Go> : text
    },
    sort: row => row.subject,
  },
  {
    key: 'issuers',
    title: t('papers.line-issuers'),
    cell: row => (
      <>
        {row.issuers.join('; ')}
        {row.signers.length > 0 && <div className="quiet small">{row.signers.join('; ')}</div>}
      </>
    ),
    sort: row => row.issuers.join(),
  },
  { key: 'recipients', title: t('papers.line-recipients'), cell: row => row.recipients.join('; ') },
  { key: 'pages', title: t('papers.line-pages'), cell: row => row.pages, align: 'right', width: '4.5rem' },
  { key: 'note', title: t('papers.line-note'), cell: noteOf, width: '12rem' },
]
