import { addDays, type IsoDate } from './dates.ts'

/**
 * The days that differ from the plain week of Monday to Friday (QĐ 188/1999/QĐ-TTg): holidays and days given in exchange
 * are `off`; a Saturday or Sunday worked in exchange is in `work`. A day in both is worked.
 */
export type WorkCalendar = { off: ReadonlySet<IsoDate>; work: ReadonlySet<IsoDate> }

export const PLAIN_WEEK: WorkCalendar = { off: new Set(), work: new Set() }

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()

export function isWorkingDay(date: IsoDate, calendar: WorkCalendar): boolean {
  if (calendar.work.has(date)) return true
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !calendar.off.has(date)
}

/** The day itself where it is worked, else the next that is. */
export function nextWorkingDay(date: IsoDate, calendar: WorkCalendar): IsoDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/** The `count`-th working day after `date`, before it where `count` is negative; the day itself for 0. */
export function addWorkingDays(date: IsoDate, count: number, calendar: WorkCalendar): IsoDate {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from` up to and with `to`; negative where `to` lies before. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

export type Term = {
  days: number
  unit: 'calendar' | 'working'
  /** A last day that is off moves to the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
  endsOnWorkingDay?: boolean
}

/** Last day of a term; the day it starts from is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2). */
export function dueOn(start: IsoDate, { days, unit, endsOnWorkingDay = false }: Term, calendar: WorkCalendar): IsoDate {
  const last = unit === 'working' ? addWorkingDays(start, days, calendar) : addDays(start, days)
  return endsOnWorkingDay ? nextWorkingDay(last, calendar) : last
}
