import { useState } from 'react'
import { t } from '../../../ui/messages/index.ts'
import type { DraftReading } from '../contract.ts'
import { KeptField } from './kept-field.tsx'
import { parseMonthDay, printMonthDay as printed } from './month-day.ts'

type Cutoffs = NonNullable<DraftReading['reporting']['cutoffs']>
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
