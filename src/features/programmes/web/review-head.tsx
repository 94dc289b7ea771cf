import { useState } from 'react'
import { DUE_AFTER } from '../../../kernel/periods.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { RadioField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DraftReading } from '../contract.ts'
import { CutoffFields } from './cutoff-fields.tsx'
import { KeptField } from './kept-field.tsx'
import type { Review } from './use-review.ts'

const PROFILES = ['nd09', 'calendar', 'custom'] as const

/** What is asked about the whole paper. Each answer is saved when its field is left. */
export function ReviewHead({ review }: { review: Review }) {
  const { reading, mend } = review
  return (
    <section className="card padded stack" aria-labelledby="head-title">
      <h2 id="head-title">{t('programmes.head')}</h2>
      <TitleField title={reading.title} mend={mend} />
      <NumberFields number={reading.number} mend={mend} />
      <div className="row two">
        <Day label={t('programmes.head-date')} ask="date" value={reading.date} onKeep={date => mend({ kind: 'date', date })} />
        <Day
          label={t('programmes.head-effective')}
          ask="effective"
          value={reading.effectiveFrom}
          onKeep={date => mend({ kind: 'effective', date })}
        />
      </div>
      <PlaceField place={reading.place} mend={mend} />
      <PeriodFields key={`${reading.period?.from}-${reading.period?.to}`} period={reading.period} mend={mend} />
      <Reporting reading={reading} mend={mend} />
    </section>
  )
}

type Mending = { mend: Review['mend'] }

export const TitleField = ({ title, mend }: Mending & { title: string }) => (
  <KeptField
    label={t('programmes.head-title')}
    required
    rows={3}
    ask="title"
    value={title}
    onKeep={kept => kept && mend({ kind: 'title', title: kept })}
  />
)

export const PlaceField = ({ place, mend }: Mending & { place: string | null }) => (
  <KeptField
    label={t('programmes.head-place')}
    ask="place"
    value={place ?? ''}
    onKeep={kept => mend({ kind: 'place', place: kept || null })}
  />
)

export function Day({
  label,
  ask,
  value,
  onKeep,
}: {
  label: string
  ask: string
  value: string | null
  onKeep: (date: string) => void
}) {
  return (
    <div data-ask={ask}>
      <DateField label={label} required value={value} onChange={date => date && date !== value && onKeep(date)} />
    </div>
  )
}

/** "07/CTrPH-MTTQ-SDTTG" in its two parts: what comes before the first stroke, and the symbol. */
function NumberFields({ number, mend }: { number: string | null; mend: Review['mend'] }) {
  const cut = /^(\d+[^/-]*)([/-])(.*)$/u.exec(number ?? '')
  const [figure, mark, symbol] = cut ? [cut[1]!, cut[2]!, cut[3]!] : [number ?? '', '/', '']
  const keep = (nextFigure: string, nextSymbol: string) =>
    mend({ kind: 'number', number: nextSymbol ? `${nextFigure}${mark}${nextSymbol}` : nextFigure || null })
  return (
    <div className="row two">
      <KeptField label={t('programmes.head-number')} ask="number" short value={figure} onKeep={value => keep(value, symbol)} />
      <KeptField
        label={t('programmes.head-symbol')}
        help={t('programmes.head-symbol-help')}
        value={symbol}
        onKeep={value => keep(figure, value)}
      />
    </div>
  )
}

const asYear = (text: string): number | null => (/^\d{4}$/.test(text) ? Number(text) : null)

export function PeriodFields({ period, mend }: Mending & { period: DraftReading['period'] }) {
  const [from, setFrom] = useState(period ? String(period.from) : '')
  const [to, setTo] = useState(period ? String(period.to) : '')
  const keep = (nextFrom: string, nextTo: string) => {
    const [first, last] = [asYear(nextFrom), asYear(nextTo)]
    setFrom(nextFrom)
    setTo(nextTo)
    if (first && last) mend({ kind: 'period', from: first, to: last })
  }
  return (
    <div className="row two">
      <KeptField
        label={t('programmes.head-from')}
        required
        ask="period"
        short
        inputMode="numeric"
        value={from}
        onKeep={value => keep(value, to)}
      />
      <KeptField
        label={t('programmes.head-to')}
        required
        short
        inputMode="numeric"
        value={to}
        onKeep={value => keep(from, value)}
      />
    </div>
  )
}

function Reporting({ reading, mend }: { reading: DraftReading; mend: Review['mend'] }) {
  const [custom, setCustom] = useState(reading.reporting.profile === 'custom')
  const choose = (profile: (typeof PROFILES)[number]) => {
    setCustom(profile === 'custom')
    if (profile !== 'custom') mend({ kind: 'reporting', profile, cutoffs: null })
  }
  const keepDueAfter = (typed: string) => {
    const dueAfter = Number(typed)
    const { profile, cutoffs } = reading.reporting
    if (/^\d{1,2}$/.test(typed) && dueAfter <= 60) mend({ kind: 'reporting', profile, cutoffs, dueAfter })
  }
  return (
    <div className="stack" data-ask="reporting">
      <RadioField
        name="reporting"
        label={t('programmes.head-reporting')}
        help={t('programmes.head-reporting-help')}
        value={custom ? 'custom' : reading.reporting.profile}
        onChange={choose}
        choices={PROFILES.map(value => ({ value, label: t(`programmes.reporting-${value}`) }))}
      />
      {custom && (
        <CutoffFields
          cutoffs={reading.reporting.cutoffs}
          onKeep={cutoffs => mend({ kind: 'reporting', profile: 'custom', cutoffs })}
        />
      )}
      <KeptField
        label={t('programmes.reporting-due-after')}
        help={t('programmes.reporting-due-after-help')}
        short
        inputMode="numeric"
        value={String(reading.reporting.dueAfter ?? DUE_AFTER)}
        onKeep={keepDueAfter}
      />
    </div>
  )
}
