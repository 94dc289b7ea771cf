import { PrintButton } from '../../../ui/components/print-button.tsx'
import './petitions.css'
import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { filterId } from '../../../kernel/filter-id.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { list } from '../queries/list.ts'
import { ORIGIN_NAMES, wordOf } from '../words.ts'
import { PetitionFilters, usePetitionFilters } from './petition-filters.tsx'
import { dueText, stepName } from './petition-words.ts'

type List = AnswerOf<typeof list>
type Row = List['petitions'][number]
const PAGE = 200
const MOST = 500

/** What people have said, the latest first: where it stands, with whom, until when. */
export default function PetitionList() {
  const [filters, , clear] = usePetitionFilters()
  const [limit, setLimit] = useState(PAGE)
  const found = useAnswer<List>('petitions.list', { ...filters, limit }, { keepPrevious: true })
  const record = found.data?.can.record && (
    <ButtonLink to="/kien-nghi/moi" look="main">
      {t('petitions.record')}
    </ButtonLink>
  )
  const filtered = Object.keys(filters).length > 0
  return (
    <Page title={t('petitions.title')} actions={<Actions record={record} />}>
      <PetitionFilters />
      <Answered of={found}>
        {answer => {
          if (answer.petitions.length > 0)
            return (
              <Found
                answer={answer}
                more={limit < MOST ? () => setLimit(MOST) : null}
                file={`/api/exports/petition-list/${filterId(filters)}.xlsx`}
              />
            )
          if (!filtered) return <EmptyPlace title={t('petitions.none-title')} help={t('petitions.none-help')} action={record} />
          return (
            <div className="message row">
              <span>{t('petitions.none-match')}</span>
              <Button onClick={clear}>{t('petitions.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

const Actions = ({ record }: { record: React.ReactNode }) => (
  <>
    {record}
    <ButtonLink to="/kien-nghi/so-lieu">{t('petitions.figures')}</ButtonLink>
    <ButtonLink to="/kien-nghi/thiet-lap">{t('petitions.settings')}</ButtonLink>
    <PrintButton />
  </>
)

function Found({ answer, more, file }: { answer: List; more: (() => void) | null; file: string }) {
  const { petitions, total, today } = answer
  return (
    <>
      <p className="message" role="status">
        <b>{t('petitions.count', { count: total })}</b>
        {total > petitions.length && ` · ${t('petitions.first-shown', { shown: petitions.length })}`}
      </p>
      <Table caption={t('petitions.title')} columns={columnsOf(today)} rows={petitions} keyOf={row => row.id} />
      <div className="row no-print">
        {total > petitions.length && more && <Button onClick={more}>{t('petitions.show-more')}</Button>}
        <DownloadLink look="plain" href={file}>
          {t('petitions.list-xlsx')}
        </DownloadLink>
      </div>
    </>
  )
}

const columnsOf = (today: string): readonly Column<Row>[] => [
  {
    key: 'received',
    title: t('petitions.received-on'),
    cell: row => printDate(row.receivedOn),
    sort: row => row.receivedOn,
    width: '7.5rem',
  },
  {
    key: 'subject',
    title: t('petitions.subject'),
    cell: row => (
      <>
        <Go to={`/kien-nghi/${row.id}`}>{row.subject}</Go>
        <div className="quiet small">
          {row.field} · {ORIGIN_NAMES[row.origin]}
        </div>
      </>
    ),
    sort: row => row.subject,
  },
  { key: 'commune', title: t('petitions.place'), cell: row => row.commune, sort: row => row.commune },
  {
    key: 'voices',
    title: t('petitions.voices'),
    cell: row => row.voices ?? t('petitions.few'),
    sort: row => row.voices,
    align: 'right',
    width: '5.5rem',
  },
  {
    key: 'state',
    title: t('petitions.state'),
    cell: row => <StateWord state={wordOf(row.state, row.confirmed)} />,
    sort: row => t(`state.${wordOf(row.state, row.confirmed)}`),
  },
  { key: 'holder', title: t('petitions.holder'), cell: row => row.holder, sort: row => row.holder },
  {
    key: 'due',
    title: t('petitions.due'),
    cell: row => <span className={row.dueOn && row.dueOn < today ? 'late' : undefined}>{dueText(row.dueOn, today)}</span>,
    sort: row => row.dueOn,
  },
  { key: 'next', title: t('petitions.next'), cell: row => (row.next ? stepName(row.next) : ''), sort: row => row.next },
]
