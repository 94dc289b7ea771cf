import { addDays, type IsoDate, isoDate, lastDay, monthOf, yearOf } from '../../../kernel/dates.ts'
import type { LunarDate } from '../../../kernel/lunar.ts'
import { weekdayOf } from '../../../kernel/working-days.ts'
import { find, t } from '../../../ui/messages/index.ts'
import { FIRST_YEAR, LAST_YEAR } from '../contract.ts'

export type MonthName = { year: number; month: number }

/** Reads "2026-11"; what is no month of the calendar's years becomes that of `today`. */
export function parseMonth(word: string, today: IsoDate): MonthName {
  const [, year, month] = (/^(\d{4})-(\d{2})$/.exec(word) ?? []).map(Number)
  const fits = year && month && month >= 1 && month <= 12 && year >= FIRST_YEAR && year <= LAST_YEAR
  return fits ? { year, month } : { year: yearOf(today), month: monthOf(today) }
}

/** "2026-11" */
export const monthWord = ({ year, month }: MonthName): string => isoDate(year, month, 1).slice(0, 7)

/** The month so many months on. */
export function monthAfter({ year, month }: MonthName, count: number): MonthName {
  const months = year * 12 + month - 1 + count
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}

/** Whole weeks from Monday to Sunday that hold a month. */
export function weeksAround({ year, month }: MonthName): { from: IsoDate; to: IsoDate } {
  const [first, last] = [isoDate(year, month, 1), lastDay(year, month)]
  return { from: addDays(first, -((weekdayOf(first) + 6) % 7)), to: addDays(last, (7 - weekdayOf(last)) % 7) }
}

/** "Thứ Bảy" */
export const weekdayName = (date: IsoDate): string => find(`calendar.weekday.${weekdayOf(date)}`) ?? ''

/** "âm lịch 10/10", "âm lịch 1/6 nhuận" */
export const lunarWords = ({ day, month, leap }: LunarDate): string =>
  leap ? t('calendar.lunar-leap', { day, month }) : t('calendar.lunar', { day, month })

/** "10/10", "1/6 nhuận": where a head says that it is the lunar date. */
export const lunarDay = ({ day, month, leap }: LunarDate): string =>
  leap ? t('calendar.lunar-leap-day', { day, month }) : t('calendar.lunar-day', { day, month })

/** As on a wall calendar: the day alone, with the month on the first. */
export const shortLunar = (date: LunarDate): string => (date.day > 1 ? String(date.day) : lunarDay(date))
