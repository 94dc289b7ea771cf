import { useState } from 'react'
import { lastDay } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { DraftReading } from '../contract.ts'
import { KeptField } from './kept-field.tsx'

type Cutoffs = NonNullable<DraftReading['reporting']['cutoffs']>
type MonthDay = [month: number, day: number]

// Any leap year: 29/2 is a day.
const LEAP_YEAR = 2024

const printed = (cutoff: MonthDay | undefined): string => (cutoff ? `${cutoff[1]}/${cutoff[0]}` : '')

/** "14/6" as month and day; null where there is no such day. */
export function parseMonthDay(text: string): MonthDay | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim())
  const [day, month] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || month < 1 || month > 12 || day < 1) return null
  return day <= Number(lastDay(LEAP_YEAR, month).slice(8)) ? [month, day] : null
}

const problem = (text: string) => (text && !parseMonthDay(text) ? t('programmes.reporting-day-wrong') : null)

/** The last day of the half-year and of the year, where a programme has its own. */
export function CutoffFields({ cutoffs, onKeep }: { cutoffs: Cutoffs | null; onKeep: (cutoffs: Cutoffs) => void }) {
  const [half, setHalf] = useState(printed(cutoffs?.half))
  const [year, setYear] = useState(printed(cutoffs?.year))
  const keep = (nextHalf: string, nextYear: string) => {
    setHalf(nextHalf)
    setYear(nextYear)
    const both = { half: parseMonthDay(nextHalf), year: parseMonthDay(nextYear) }
    if (both.half && both.year) onKeep({ half: both.half, year: both.year })
  }
  return (
    <div className="row two">
      <KeptField
        label={t('programmes.reporting-half')}
        short
        value={half}
        problem={problem(half)}
        onKeep={value => keep(value, year)}
      />
      <KeptField
        label={t('programmes.reporting-year')}
        short
        value={year}
        problem={problem(year)}
        onKeep={value => keep(half, value)}
      />
    </div>
  )
}
