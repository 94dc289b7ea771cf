import { PrintButton } from '../../../ui/components/print-button.tsx'
import './activities.css'
import { Fragment, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { filterId } from '../../../kernel/filter-id.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type KindBook, nameOfKind } from '../kind-book.ts'
import type { list } from '../queries/list.ts'
import { ActivityFilters, useActivityFilters } from './activity-filters.tsx'
import { amountsOf, heldText } from './activity-words.ts'
import { useKinds } from './use-kinds.ts'
import { WorkParts } from './work-parts.tsx'

type List = AnswerOf<typeof list>
type Row = List['activities'][number]
type Totals = NonNullable<List['totals']>
const PAGE = 200
const MOST = 2000

/** What was done, the latest first, with the totals of what the filters let through. */
export default function ActivityList() {
  const [filters, , clear] = useActivityFilters()
  const [limit, setLimit] = useState(PAGE)
  const found = useAnswer<List>('activities.list', { ...filters, limit, totals: false }, { keepPrevious: true })
  const summed = useAnswer<List>('activities.list', { ...filters, limit: 1 }, { keepPrevious: true })
  const record = found.data?.can.record && (
    <ButtonLink to={filters.itemId ? `/hoat-dong/moi?muc=${filters.itemId}` : '/hoat-dong/moi'} look="main">
      {t('activities.record')}
    </ButtonLink>
  )
  const filtered = Object.keys(filters).length > 0
  return (
    <Page
      title={t('activities.title')}
      above={<WorkParts open="/hoat-dong" />}
      actions={
        <>
          {record}
          {found.data?.can.record && <ButtonLink to="/hoat-dong/nhap">{t('activities.bulk')}</ButtonLink>}
          <PrintButton />
        </>
      }
    >
      <ActivityFilters />
      <Answered of={found}>
        {answer => {
          if (answer.activities.length > 0)
            return (
              <Found
                activities={answer.activities}
                totals={summed.data?.totals ?? null}
                more={limit < MOST ? () => setLimit(MOST) : null}
                file={`/api/exports/activity-list/${filterId(filters)}.xlsx`}
              />
            )
          if (!filtered) return <EmptyPlace title={t('activities.none-title')} help={t('activities.none-help')} action={record} />
          return (
            <div className="message row">
              <span>{t('activities.none-match')}</span>
              <Button onClick={clear}>{t('activities.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

type FoundProps = { activities: Row[]; totals: Totals | null; more: (() => void) | null; file: string }

/** The lines do not wait for their sums. */
function Found({ activities, totals, more, file }: FoundProps) {
  const kinds = useKinds()
  const shown = activities.length
  const hidden = totals !== null && totals.activities > shown
  return (
    <>
      <p className="message" role="status">
        {totals === null ? t('activities.adding-up') : <Sums totals={totals} />}
      </p>
      {hidden && <p className="quiet">{t('activities.first-shown', { shown, total: totals.activities })}</p>}
      <Table caption={t('activities.title')} columns={columnsOf(kinds)} rows={activities} keyOf={row => row.id} />
      <div className="row no-print">
        {hidden && more && <Button onClick={more}>{t('activities.show-more')}</Button>}
        <DownloadLink look="plain" href={file}>
          {t('activities.list-xlsx')}
        </DownloadLink>
      </div>
    </>
  )
}

function Sums({ totals }: { totals: Totals }) {
  const sums = [
    ...totals.units.map(({ unit, value }) => `${printNumber(value)} ${unit}`),
    ...(totals.money > 0 ? [printMoney(totals.money)] : []),
  ]
  return (
    <>
      <b>{t('activities.totals', { count: totals.activities })}</b>
      {sums.length > 0 && `: ${sums.join(' · ')}`}
    </>
  )
}

/** A number stays on one line with its unit. */
const Amounts = ({ parts }: { parts: string[] }) =>
  parts.map((part, at) => (
    <Fragment key={part}>
      {at > 0 && ' · '}
      <span className="unbroken">{part}</span>
    </Fragment>
  ))

const columnsOf = (kinds: KindBook): readonly Column<Row>[] => [
  { key: 'when', title: t('activities.when'), cell: heldText, sort: row => row.heldOn, width: '9rem' },
  {
    key: 'title',
    title: t('activities.name'),
    cell: row => (
      <>
        <Go to={`/hoat-dong/${row.id}`}>{row.title}</Go>
        <div className="quiet small">
          {nameOfKind(kinds, row.kind)}
          {row.awaitsAnswer && ` · ${t('activities.unanswered')}`}
        </div>
      </>
    ),
    sort: row => row.title,
  },
  { key: 'place', title: t('activities.place'), cell: row => row.place, sort: row => row.place },
  { key: 'amounts', title: t('activities.amounts'), cell: row => <Amounts parts={amountsOf(row)} /> },
  {
    key: 'clause',
    title: t('activities.clause'),
    cell: row =>
      row.clausePath && (
        <Go to={`/chuong-trinh/${row.programme.id}#${encodeURIComponent(row.clausePath)}`}>{citeClause(row.clausePath)}</Go>
      ),
    sort: row => row.clausePath,
  },
  { key: 'owner', title: t('activities.owner'), cell: row => row.owner.shortName, sort: row => row.owner.shortName },
  {
    key: 'files',
    title: t('activities.evidence'),
    cell: row => (row.files > 0 ? t('activities.files-count', { count: row.files }) : ''),
    sort: row => row.files,
  },
]
