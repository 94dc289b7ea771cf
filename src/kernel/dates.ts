/** Calendar dates as ISO text `YYYY-MM-DD`; they sort and compare as text. Vietnam has one time zone, UTC+7, without summer time. */
export type IsoDate = string

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

const utc = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`)
const iso = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10)

export function isIsoDate(text: string): boolean {
  return ISO.test(text) && !Number.isNaN(utc(text)) && iso(utc(text)) === text
}

/** The day in Vietnam at a moment. */
export const vietnamDate = (moment: Date): IsoDate => iso(moment.getTime() + 7 * 3_600_000)

/** The clock in Vietnam at a moment: "07:30". */
export const vietnamTime = (moment: Date): string => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)

export const addDays = (date: IsoDate, days: number): IsoDate => iso(utc(date) + days * DAY)

/** Whole days from `from` to `to`; negative where `to` lies before. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((utc(to) - utc(from)) / DAY)

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7))
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10))

export const isoDate = (year: number, month: number, day: number): IsoDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Last day of a month, 1–12. */
export const lastDay = (year: number, month: number): IsoDate => iso(Date.UTC(year, month, 0))

/** The last day of a year, or today in one that is not over. */
export const lastDayReached = (year: number, today: IsoDate): IsoDate => {
  const last = lastDay(year, 12)
  return last < today ? last : today
}

/** The day so many months later; the last of the month where that month is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** "21/11/2026" */
export const printDate = (date: IsoDate): string => date.split('-').toReversed().join('/')

/** "ngày 05 tháng 01 năm 2026": a day below 10 and the months 1 and 2 take a leading zero (NĐ 30/2020, Phụ lục I, II.4). */
export function longDate(date: IsoDate): string {
  const [day, month] = [dayOf(date), monthOf(date)]
  const pad = (value: number, below: number) => (value < below ? `0${value}` : String(value))
  return `ngày ${pad(day, 10)} tháng ${pad(month, 3)} năm ${yearOf(date)}`
}
