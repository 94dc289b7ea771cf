import { printDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { t } from '../../../ui/messages/index.ts'
import type { plan } from '../queries/plan.ts'

export type PlanAnswer = AnswerOf<typeof plan>
export type Item = PlanAnswer['clauses'][number]['items'][number]
export type Party = PlanAnswer['parties'][number]

/** A name that only says the date again ("Ngày 18/11", "Năm 2026") is left out: "Quý II · 30/06/2026", "Cả năm, thường xuyên", "Chưa định thời gian". */
export function timeWords({
  timing,
  startsOn,
  dueOn,
  occasion,
}: Pick<Item, 'timing' | 'startsOn' | 'dueOn' | 'occasion'>): string {
  if (timing === 'undated') return [t('state.undated'), occasion].filter(Boolean).join(' · ')
  if (timing === 'continuous') return startsOn ? t('plans.from-on', { day: startsOn }) : t('plans.all-year')
  return [occasion && !/^(Ngày|Năm) \d/.test(occasion) && occasion, dueOn && printDate(dueOn)].filter(Boolean).join(' · ')
}

/** "ít nhất 2 lớp, trong năm"; empty where the item has no target. */
export function targetWords({ target }: Pick<Item, 'target'>): string {
  if (!target) return ''
  const { min, max, unit, per } = target
  return `${amountWords(min, max)} ${unit}${per ? `, ${scopeWords(per)}` : ''}`
}

function amountWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return min === max ? printNumber(min) : t('plans.between', { min, max })
  if (min !== null) return t('plans.at-least', { min })
  return max === null ? t('plans.number-open') : t('plans.at-most', { max })
}

function scopeWords(per: string): string {
  if (per === 'year') return t('plans.per-year')
  return per === 'term' ? t('plans.per-term') : t('plans.per-other', { scope: per })
}
