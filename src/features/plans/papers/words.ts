import { printDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { citeProgramme } from '../../programmes/index.ts'
import type { Budget } from '../budget/budget.ts'
import type { ItemContent, ItemTarget, ItemTiming } from '../contract.ts'
import type { ThreadLink } from '../earlier.ts'

export const budgetSubject = ({ plan, programme }: Budget): string =>
  `thực hiện Kế hoạch phối hợp công tác năm ${plan.year} theo ${citeProgramme(programme)}`

/** When an item is done: "Quý II, trước ngày 30/6/2026"-like words of the occasion and the day. */
export function timeText({ timing, startsOn, dueOn, occasion }: ItemTiming): string {
  if (timing === 'undated') return occasion ?? 'Chưa định thời gian'
  if (timing === 'continuous') return startsOn ? `Từ ${printDate(startsOn)}` : 'Cả năm, thường xuyên'
  const named = occasion && !/^(Ngày|Năm) \d/.test(occasion) ? `${occasion}, ` : ''
  const day = dueOn ? printDate(dueOn) : ''
  return timing === 'due'
    ? `${named}${startsOn ? `từ ${printDate(startsOn)} ` : ''}${startsOn ? 'đến' : 'hạn'} ${day}`
    : `${named}${day}`
}

type Placed = Pick<ItemContent, 'places' | 'audience'>

/** "xã Nậm Mây; xã Khe Lùng; cán bộ Mặt trận xã": where, and with which groups. */
export function placedText({ places, audience }: Placed, names: Readonly<Record<string, string>>): string {
  const where = places === null ? null : places.length === 0 ? 'Toàn tỉnh' : places.map(id => names[id] ?? '').join('; ')
  return [where, audience].filter(Boolean).join('; ')
}

/** "(chuyển từ Kế hoạch năm 2026, mục 7)" */
export const carriedText = (from: ThreadLink | undefined): string | null =>
  from ? `(chuyển từ Kế hoạch năm ${from.year}, mục ${from.position})` : null

/** "ít nhất 2 lớp", "1 đến 3 mô hình mỗi xã"; empty where there is none. */
export function targetText({ target }: { target: ItemTarget | null }): string {
  if (!target) return ''
  const { min, max, unit, per } = target
  const scope = per === 'year' || per === null ? '' : per === 'term' ? ' (cả giai đoạn)' : ` mỗi ${per}`
  return `${amountText(min, max)} ${unit}${scope}`.trim()
}

function amountText(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return min === max ? printNumber(min) : `${printNumber(min)} đến ${printNumber(max)}`
  if (min !== null) return `ít nhất ${printNumber(min)}`
  return max === null ? '' : `không quá ${printNumber(max)}`
}
