import { PrintButton } from '../../../ui/components/print-button.tsx'
import './supervision.css'
import { daysBetween, printDate } from '../../../kernel/dates.ts'
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
import { FORM_NAMES, STEP_NAMES } from '../words.ts'
import { SupervisionFilters, useSupervisionFilters } from './supervision-filters.tsx'

type List = AnswerOf<typeof list>
type Row = List['supervisions'][number]
const MOST = 500

/** Supervisions, the latest first: of what, where it stands, until when. */
export default function SupervisionList() {
  const [filters, , clear] = useSupervisionFilters()
  const found = useAnswer<List>('supervision.list', { ...filters, limit: MOST }, { keepPrevious: true })
  const plan = found.data?.can.plan && (
    <ButtonLink to="/giam-sat/moi" look="main">
      {t('supervision.plan')}
    </ButtonLink>
  )
  return (
    <Page title={t('supervision.title')} actions={<Actions plan={plan} />}>
      <SupervisionFilters />
      <Answered of={found}>
        {({ supervisions, today }) => {
          if (supervisions.length > 0)
            return (
              <>
                <Table
                  caption={t('supervision.title')}
                  columns={columnsOf(today)}
                  rows={supervisions}
                  keyOf={row => row.id}
                  totals={{ found: supervisions.reduce((sum, row) => sum + row.found, 0) }}
                />
                <Downloads id={filterId(filters)} />
              </>
            )
          if (Object.keys(filters).length === 0)
            return <EmptyPlace title={t('supervision.none-title')} help={t('supervision.none-help')} action={plan} />
          return (
            <div className="message row">
              <span>{t('supervision.none-match')}</span>
              <Button onClick={clear}>{t('supervision.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

/** What the filters let through, as tables: the list, and what became of each recommendation. */
const Downloads = ({ id }: { id: string }) => (
  <div className="row no-print">
    <DownloadLink look="plain" href={`/api/exports/supervision-list/${id}.xlsx`}>
      {t('supervision.list-xlsx')}
    </DownloadLink>
    <DownloadLink look="plain" href={`/api/exports/supervision-recommendations/${id}.xlsx`}>
      {t('supervision.recommendations-xlsx')}
    </DownloadLink>
  </div>
)

const Actions = ({ plan }: { plan: React.ReactNode }) => (
  <>
    {plan}
    <ButtonLink to="/giam-sat/cong-trinh">{t('supervision.works')}</ButtonLink>
    <ButtonLink to="/giam-sat/bao-cao">{t('supervision.reports')}</ButtonLink>
    <ButtonLink to="/giam-sat/so-lieu">{t('supervision.coverage')}</ButtonLink>
    <PrintButton />
  </>
)

const dueText = (dueOn: string | null, today: string): string => {
  if (dueOn === null) return ''
  const late = daysBetween(dueOn, today)
  return late > 0 ? `${printDate(dueOn)} · ${t('supervision.days-late', { days: late })}` : printDate(dueOn)
}

const columnsOf = (today: string): readonly Column<Row>[] => [
  {
    key: 'days',
    title: t('supervision.days'),
    cell: row => `${printDate(row.startsOn)} – ${printDate(row.endsOn)}`,
    sort: row => row.startsOn,
    width: '12rem',
  },
  {
    key: 'title',
    title: t('supervision.name'),
    cell: row => (
      <>
        <Go to={`/giam-sat/${row.id}`}>{row.title}</Go>
        <div className="quiet small">
          {row.object} · {FORM_NAMES[row.form]}
        </div>
      </>
    ),
    sort: row => row.title,
  },
  { key: 'commune', title: t('supervision.commune'), cell: row => row.commune, sort: row => row.commune },
  {
    key: 'found',
    title: t('supervision.found-count'),
    cell: row => row.found,
    sort: row => row.found,
    align: 'right',
    width: '6rem',
  },
  {
    key: 'state',
    title: t('supervision.state'),
    cell: row => <StateWord state={row.state} />,
    sort: row => t(`state.${row.state}`),
  },
  {
    key: 'due',
    title: t('supervision.due'),
    cell: row => <span className={row.dueOn && row.dueOn < today ? 'late' : undefined}>{dueText(row.dueOn, today)}</span>,
    sort: row => row.dueOn,
  },
  {
    key: 'next',
    title: t('supervision.next'),
    cell: row => (row.next ? STEP_NAMES[row.next] : ''),
    sort: row => row.next,
  },
]
