import { PrintButton } from '../../../ui/components/print-button.tsx'
import './honours.css'
import { useCallback, useState } from 'react'
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
import { FigureButton } from '../../../ui/components/records-panel.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { report } from '../queries/report.ts'
import { GatheringForm } from './gathering-form.tsx'
import { FigureRecords } from './report-figure.tsx'

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
      <Answered of={found}>{shown => <Figures shown={shown} bounds={{ from, to }} />}</Answered>
    </Page>
  )
}

const nameOf = (key: string): string => find(`honours.kind-${key}`) ?? find(`honours.nature-${key}`) ?? key

type FiguresProps = { shown: Report; bounds: { from: string; to: string } }

function Figures({ shown: { rows, total, suppressed, year, gatherings }, bounds }: FiguresProps) {
  const [chosen, setChosen] = useAddressWord('so-lieu')
  const close = useCallback(() => setChosen(''), [setChosen])
  if (rows.length === 0) return <p className="message">{t('honours.report-empty')}</p>
  const hidden = t('honours.hidden')
  const opened = suppressed ? undefined : rows.find(row => row.key === chosen)
  return (
    <div className={opened ? 'figure-desk with-figure' : 'figure-desk'}>
      <div className="stack">
        <Table
          caption={year === null ? t('honours.report-title') : t('honours.report-year', { year })}
          columns={suppressed ? columnsOf() : columnsOf({ chosen, onChoose: setChosen })}
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
      </div>
      {opened && <FigureRecords key={chosen} work={chosen} name={nameOf(chosen)} bounds={bounds} onClose={close} />}
    </div>
  )
}

/** Which line is open; nothing of who sees counts alone. */
type Opening = { chosen: string; onChoose: (key: string) => void }

const columnsOf = (opening?: Opening): readonly Column<Row>[] => [
  { key: 'activity', title: t('honours.activity'), cell: row => nameOf(row.key), sort: row => nameOf(row.key) },
  countColumn('sessions', t('honours.sessions'), counts => [counts.sessions, printNumber(counts.sessions)], opening),
  countColumn('turns', t('honours.turns'), counts => [counts.turns, printNumber(counts.turns)], opening),
  countColumn('money', t('honours.money'), counts => [counts.amount, printMoney(counts.amount)], opening),
]

type Told = (counts: NonNullable<Row['counts']>) => [value: number, printed: string]

const countColumn = (key: string, title: string, told: Told, opening?: Opening): Column<Row> => ({
  key,
  title,
  cell: row => {
    if (!row.counts) return t('honours.hidden')
    const [value, text] = told(row.counts)
    if (!opening || value === 0) return text
    const open = opening.chosen === row.key
    return <FigureButton text={text} open={open} onOpen={() => opening.onChoose(open ? '' : row.key)} />
  },
  sort: row => (row.counts ? told(row.counts)[0] : -1),
  align: 'right',
})

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
