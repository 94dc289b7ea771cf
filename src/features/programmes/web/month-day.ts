import { lastDay } from '../../../kernel/dates.ts'

export type MonthDay = [month: number, day: number]

// Any leap year: 29/2 is a day.
const LEAP_YEAR = 2024

/** "14/6"; empty where there is none. */
export const printMonthDay = (cutoff: MonthDay | undefined): string => (cutoff ? `${cutoff[1]}/${cutoff[0]}` : '')

/** "14/6" as month and day; null where there is no such day. */
export function parseMonthDay(text: string): MonthDay | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim())
  const [day, month] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || month < 1 || month > 12 || day < 1) return null
  return day <= Number(lastDay(LEAP_YEAR, month).slice(8)) ? [month, day] : null
}
