import { PrintButton } from '../../../ui/components/print-button.tsx'
import './honours.css'
import { useState } from 'react'
import { isIsoDate, printDate, vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { report } from '../queries/report.ts'
import { GatheringForm } from './gathering-form.tsx'

export type Report = AnswerOf<typeof report>
type Row = Report['rows'][number]
type Gathering = Report['gatherings'][number]

const YEARS_BACK = 6

/** Activity × sessions × turns × money, as the yearly report asks; what is recorded for all of them together. */
export default function ReportPage() {
  const [today] = useState(() => vietnamDate(new Date()))
  const [tu, setFrom] = useAddressWord('tu')
  const [den, setTo] = useAddressWord('den')
  const [published, setPublished] = useAddressWord('cong-bo')
  const [open, setOpen] = useState(false)
  const from = isIsoDate(tu) ? tu : `${today.slice(0, 4)}-01-01`
  const to = isIsoDate(den) ? den : today
  const found = useAnswer<Report>('honours.report', { from, to, published: published === '1' }, { keepPrevious: true })
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(yearOf(today) - back)).map(year => ({
    value: year,
    label: year,
  }))
  const setYear = (year: string) => setTo(`${year}-12-31`)
  const bar = [
    { label: t('honours.title'), to: '/nguoi-co-uy-tin' },
    { label: t('honours.report-title'), current: true },
  ]
  return (
    <Page
      title={t('honours.report-title')}
      above={<ThreadBar steps={bar} />}
      actions={
        <>
          {found.data?.can.handle && !open && (
            <Button look="main" onClick={() => setOpen(true)}>
              {t('honours.gathering-add')}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {open && found.data && (
        <section className="card padded stack no-print" aria-label={t('honours.gathering-add')}>
          <GatheringForm report={found.data} close={() => setOpen(false)} />
        </section>
      )}
      <div className="row honours-filters no-print">
        {found.data?.suppressed ? (
          <FilterChoice label={t('honours.report-of')} value={to.slice(0, 4)} onChange={setYear} any={null} choices={years} />
        ) : (
          <>
            <DateField label={t('honours.from')} help="" value={from} onChange={day => setFrom(day ?? '')} />
            <DateField label={t('honours.to')} help="" value={to} onChange={day => setTo(day ?? '')} />
          </>
        )}
        {found.data?.can.handle && (
          <label className="choice">
            <input
              type="checkbox"
              checked={published === '1'}
              onChange={event => setPublished(event.target.checked ? '1' : '')}
            />
            {t('honours.published')}
          </label>
        )}
      </div>
      <Answered of={found}>{shown => <Figures shown={shown} />}</Answered>
    </Page>
  )
}

const nameOf = (key: string): string => find(`honours.kind-${key}`) ?? find(`honours.nature-${key}`) ?? key

function Figures({ shown: { rows, total, suppressed, year, gatherings } }: { shown: Report }) {
  if (rows.length === 0) return <p className="message">{t('honours.report-empty')}</p>
  const hidden = t('honours.hidden')
  return (
    <>
      <Table
        caption={year === null ? t('honours.report-title') : t('honours.report-year', { year })}
        columns={columns()}
        rows={rows}
        keyOf={row => row.key}
        totals={{
          sessions: total ? printNumber(total.sessions) : hidden,
          turns: total ? printNumber(total.turns) : hidden,
          money: total ? printMoney(total.amount) : hidden,
        }}
      />
      {suppressed && <p className="quiet">{t('honours.suppressed')}</p>}
      {!suppressed && gatherings.length > 0 && <Gatherings rows={gatherings} />}
    </>
  )
}

const columns = (): readonly Column<Row>[] => [
  { key: 'activity', title: t('honours.activity'), cell: row => nameOf(row.key), sort: row => nameOf(row.key) },
  {
    key: 'sessions',
    title: t('honours.sessions'),
    cell: row => (row.counts ? printNumber(row.counts.sessions) : t('honours.hidden')),
    sort: row => row.counts?.sessions ?? -1,
    align: 'right',
  },
  {
    key: 'turns',
    title: t('honours.turns'),
    cell: row => (row.counts ? printNumber(row.counts.turns) : t('honours.hidden')),
    sort: row => row.counts?.turns ?? -1,
    align: 'right',
  },
  {
    key: 'money',
    title: t('honours.money'),
    cell: row => (row.counts ? printMoney(row.counts.amount) : t('honours.hidden')),
    sort: row => row.counts?.amount ?? -1,
    align: 'right',
  },
]

function Gatherings({ rows }: { rows: readonly Gathering[] }) {
  const take = useCommand<object>('honours.take-back-gathering')
  const takeBack = async ({ id, version }: Gathering) => {
    if (await take.send({ gatheringId: id, version })) tell(t('honours.taken-back'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="gatherings">
      <h2 id="gatherings">{t('honours.gatherings')}</h2>
      <ul className="honours-list">
        {rows.map(row => (
          <li className="row" key={row.id}>
            <span>
              <span className="quiet">{printDate(row.heldOn)}</span> {nameOf(row.kind)} ·{' '}
              {t('honours.gathering-said', { sessions: row.sessions, turns: row.turns })}
              {row.amount !== null && ` · ${printMoney(row.amount)}`}
            </span>
            <Button
              look="plain"
              aria-label={`${t('honours.take-back')}: ${nameOf(row.kind)}, ${printDate(row.heldOn)}`}
              onClick={() => void takeBack(row)}
            >
              {t('honours.take-back')}
            </Button>
          </li>
        ))}
      </ul>
      <Problem of={take} />
    </section>
  )
}
