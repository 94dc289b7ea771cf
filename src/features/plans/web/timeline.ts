import { addDays, daysBetween, type IsoDate, isoDate, lastDay, yearOf } from '../../../kernel/dates.ts'
import type { ItemTiming } from '../contract.ts'
import { opensOn } from '../progress.ts'

/** Where an item stands in its year, in shares of the year from 0 to 1; a day alone has no length. */
export type Bar = { from: number; to: number; kind: 'span' | 'day' | 'months' }

/** The share of the year that has gone when this day begins; days outside the year stand at its ends. */
export function shareOf(day: IsoDate, year: number): number {
  const begin = isoDate(year, 1, 1)
  const share = daysBetween(begin, day) / daysBetween(begin, isoDate(year + 1, 1, 1))
  return Math.min(1, Math.max(0, share))
}

/** Null where no time is set. What is due is drawn from the day on which its work is expected. */
export function barOf(item: ItemTiming, year: number): Bar | null {
  const end = item.dueOn ? shareOf(addDays(item.dueOn, 1), year) : 1
  switch (item.timing) {
    case 'continuous':
      return { from: item.startsOn ? shareOf(item.startsOn, year) : 0, to: 1, kind: 'months' }
    case 'occasion':
      return item.dueOn ? { from: shareOf(item.dueOn, year), to: end, kind: 'day' } : null
    case 'due':
      return item.dueOn ? { from: shareOf(opensOn({ ...item, year }), year), to: end, kind: 'span' } : null
    default:
      return null
  }
}

/** First and last share of each month. */
export const monthShares = (year: number): { month: number; from: number; to: number }[] =>
  Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    from: shareOf(isoDate(year, at + 1, 1), year),
    to: shareOf(addDays(lastDay(year, at + 1), 1), year),
  }))

/** Null outside the year. */
export const todayShare = (today: IsoDate, year: number): number | null => (yearOf(today) === year ? shareOf(today, year) : null)

/** "12.5%" */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`
