import { useState } from 'react'
import { yearOf } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './movement-fields.ts'
import { YearForm } from './year-form.tsx'

type Year = Shown['years'][number]
type Line = { key: string; year: number; name: string; unit: string; registered: number | null; reached: number | null }
export type Side = 'registered' | 'reached'

/** What was registered for each year and what it came to, in the units of the movement. */
export function YearsPart({ shown }: { shown: Shown }) {
  const { years, measures, due, today, can } = shown
  const [word] = useAddressWord('nam')
  const [open, setOpen] = useState<Side | null>(null)
  const asked = /^20\d\d$/.test(word) ? Number(word) : (due?.year ?? yearOf(today))
  const lines = years
    .toReversed()
    .flatMap(one => measures.map(measure => lineOf(one, measure)))
    .filter(line => line.registered !== null || line.reached !== null)
  return (
    <section className="card padded stack" aria-labelledby="years">
      <h2 id="years">{t('movements.years')}</h2>
      {due && (
        <p className={due.dueOn < today ? 'late' : 'quiet'}>{t('movements.due-said', { year: due.year, day: due.dueOn })}</p>
      )}
      {years.length === 0 && <p className="quiet">{t('movements.years-none')}</p>}
      {lines.length > 0 && (
        <Table caption={t('movements.years-figures')} columns={columnsOf()} rows={lines} keyOf={line => line.key} />
      )}
      {years.toReversed().map(one => (
        <YearSaid key={one.year} year={one} />
      ))}
      {open !== null && <YearForm key={`${open} ${asked}`} shown={shown} side={open} first={asked} close={() => setOpen(null)} />}
      {open === null && (
        <div className="row no-print">
          {can.report && (
            <Button look={due ? 'main' : 'other'} onClick={() => setOpen('reached')}>
              {t('movements.report')}
            </Button>
          )}
          {can.change && measures.length > 0 && (
            <Button onClick={() => setOpen('registered')}>{t('movements.register-year')}</Button>
          )}
        </div>
      )}
    </section>
  )
}

function lineOf({ year, figures }: Year, { measureId, name, unit }: Shown['measures'][number]): Line {
  const figure = figures.find(one => one.measureId === measureId)
  const { registered = null, reached = null } = figure ?? {}
  return { key: `${year} ${measureId}`, year, name, unit, registered, reached }
}

function YearSaid({ year: { year, registeredOn, reportedOn, said } }: { year: Year }) {
  const days = [
    registeredOn && t('movements.registered-on', { day: registeredOn }),
    reportedOn && t('movements.reported-on', { day: reportedOn }),
  ].filter(Boolean)
  return (
    <p className="movement-said">
      <b>{t('movements.year-named', { year })}</b> <span className="quiet">{days.join(' · ')}</span>
      {said && `\n${said}`}
    </p>
  )
}

const number = (value: number | null) => (value === null ? '' : printNumber(value))
const share = ({ registered, reached }: Line) =>
  registered && reached !== null ? `${printNumber(Math.round((reached / registered) * 1000) / 10)}%` : ''

const columnsOf = (): readonly Column<Line>[] => [
  { key: 'year', title: t('movements.year'), cell: line => String(line.year), sort: line => line.year, width: '5rem' },
  { key: 'name', title: t('movements.measure'), cell: line => `${line.name} (${line.unit})`, sort: line => line.name },
  {
    key: 'registered',
    title: t('movements.registered'),
    cell: line => number(line.registered),
    sort: line => line.registered,
    align: 'right',
  },
  {
    key: 'reached',
    title: t('movements.reached'),
    cell: line => number(line.reached),
    sort: line => line.reached,
    align: 'right',
  },
  { key: 'share', title: t('movements.share-of'), cell: share, align: 'right' },
]
