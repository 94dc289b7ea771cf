import { PrintButton } from '../../../ui/components/print-button.tsx'
import './petitions.css'
import { useState } from 'react'
import { isIsoDate, vietnamDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { BALANCE_PARTS, type BalancePart } from '../balance.ts'
import type { balance } from '../queries/balance.ts'

type Shown = AnswerOf<typeof balance>
type Row = Shown['rows'][number]
type Period = { from: string; to: string; by: 'field' | 'commune' }

/** The balance of a period by field or commune; every number opens its petitions. */
export default function BalancePage() {
  const [today] = useState(() => vietnamDate(new Date()))
  const [tu, setFrom] = useAddressWord('tu')
  const [den, setTo] = useAddressWord('den')
  const [theo, setBy] = useAddressWord('theo')
  const [congBo, setPublished] = useAddressWord('cong-bo')
  const period: Period = {
    from: isIsoDate(tu) ? tu : `${today.slice(0, 4)}-01-01`,
    to: isIsoDate(den) ? den : today,
    by: theo === 'xa' ? 'commune' : 'field',
  }
  const found = useAnswer<Shown>('petitions.balance', { ...period, published: congBo === '1' }, { keepPrevious: true })
  return (
    <Page
      title={t('petitions.balance-title')}
      actions={
        <>
          <ButtonLink to="/kien-nghi">{t('petitions.title')}</ButtonLink>
          <PrintButton />
        </>
      }
    >
      <div className="row petition-filters no-print">
        <DateField label={t('petitions.balance-from')} help="" value={period.from} onChange={day => setFrom(day ?? '')} />
        <DateField label={t('petitions.balance-to')} help="" value={period.to} onChange={day => setTo(day ?? '')} />
        <FilterChoice
          label={t('petitions.balance-by')}
          value={period.by === 'commune' ? 'xa' : ''}
          onChange={setBy}
          any={t('petitions.by-field')}
          choices={[{ value: 'xa', label: t('petitions.by-commune') }]}
        />
        {found.data?.can.handle && (
          <label className="choice">
            <input type="checkbox" checked={congBo === '1'} onChange={event => setPublished(event.target.checked ? '1' : '')} />
            {t('petitions.published')}
          </label>
        )}
      </div>
      <Answered of={found}>{answer => <Balances shown={answer} period={period} />}</Answered>
    </Page>
  )
}

function Balances({ shown, period }: { shown: Shown; period: Period }) {
  const { rows, total, suppressed, referrals } = shown
  const count = (kind: string) => {
    const found = referrals.find(one => one.kind === kind)
    return found ? (found.count ?? t('petitions.few')) : 0
  }
  if (rows.length === 0) return <p className="message">{t('petitions.balance-empty')}</p>
  const totals = Object.fromEntries(BALANCE_PARTS.map(part => [part, total ? printNumber(total[part]) : t('petitions.hidden')]))
  return (
    <>
      <Table
        caption={t('petitions.balance-title')}
        columns={columnsOf(period, suppressed)}
        rows={rows}
        keyOf={row => row.key}
        totals={totals}
      />
      <p className="quiet">{t('petitions.balance-even')}</p>
      {suppressed && <p className="quiet">{t('petitions.suppressed')}</p>}
      <p className="quiet">
        {t('petitions.referrals', { complaints: count('complaint'), denunciations: count('denunciation') })}
      </p>
    </>
  )
}

const columnsOf = (period: Period, suppressed: boolean): readonly Column<Row>[] => [
  {
    key: 'name',
    title: period.by === 'field' ? t('petitions.field') : t('petitions.place'),
    cell: row => row.name,
    sort: row => row.name,
  },
  ...BALANCE_PARTS.map(
    (part): Column<Row> => ({
      key: part,
      title: t(`petitions.part-${part}`),
      cell: row => <Part row={row} part={part} period={period} opens={!suppressed} />,
      sort: row => row.parts?.[part] ?? -1,
      align: 'right',
    }),
  ),
]

function Part({ row, part, period, opens }: { row: Row; part: BalancePart; period: Period; opens: boolean }) {
  if (row.parts === null) return t('petitions.hidden')
  const value = row.parts[part]
  if (!opens || value === 0) return printNumber(value)
  const of = period.by === 'field' ? 'linh-vuc' : 'xa'
  return <Go to={`/kien-nghi?${of}=${row.key}&phan=${part}&tu=${period.from}&den=${period.to}`}>{printNumber(value)}</Go>
}
