import { printNumber } from '../../../kernel/numbers.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Schedule, Target } from '../reading/result.ts'

/** When a duty is done, as a few words: "hằng năm", "dịp 18/11", "quý IV/2026". */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'continuous':
    case 'end-of-period':
      return t(`schedule.${schedule.kind}`)
    case 'every':
      return schedule.count === 1
        ? t(`schedule.${schedule.unit}`)
        : t(`schedule.every-${schedule.unit}`, { count: schedule.count })
    case 'occasion':
      return t('schedule.occasion', { days: schedule.days.join(', ') })
    case 'by':
      return byWords(schedule)
    case 'span':
      return (
        schedule.text ||
        (schedule.to
          ? t('schedule.span', { from: schedule.from, to: schedule.to })
          : t('schedule.span-open', { from: schedule.from }))
      )
    default:
      return schedule.text.toLowerCase()
  }
}

const QUARTERS = ['I', 'II', 'III', 'IV']

function byWords({ year, quarter, month, date }: Extract<Schedule, { kind: 'by' }>): string {
  if (date) return t('schedule.by-date', { date })
  if (month) return t('schedule.by-month', { month, year })
  return quarter ? t('schedule.by-quarter', { quarter: QUARTERS[quarter - 1] ?? quarter, year }) : t('schedule.by-year', { year })
}

/** A target as a few words: "từ 1 đến 3 công trình, mỗi năm". */
export function targetWords(target: Target): string {
  const per = perWords(target.per)
  return per ? `${amountWords(target)}, ${per}` : amountWords(target)
}

function amountWords({ min, max, unit, text }: Target): string {
  const [low, high] = [min === null ? null : printNumber(min), max === null ? null : printNumber(max)]
  if (low !== null && high !== null)
    return low === high ? t('target.exact', { min: low, unit }) : t('target.range', { min: low, max: high, unit })
  if (low !== null) return t('target.at-least', { min: low, unit })
  return high === null ? tidy(text) : t('target.at-most', { max: high, unit })
}

export function perWords(per: string | null): string | null {
  if (per === null) return null
  return per === 'year' || per === 'term' ? t(`target.per-${per}`) : t('programmes.target-per-printed', { per })
}
