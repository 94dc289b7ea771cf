import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReadDb } from '../../engine/db/database.ts'
import { addDays, type IsoDate, yearOf } from '../../kernel/dates.ts'
import type { WorkCalendar } from '../../kernel/working-days.ts'
import { type CalendarDay, type Confirmation, DAY_KINDS, type YearFeast } from './contract.ts'
import { mergeDays, mergeFeasts, workCalendarOf } from './rules.ts'

const dayKind = z.enum(DAY_KINDS)

const yearsFrom = (from: IsoDate, to: IsoDate): number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at)

/** Days off and days worked in exchange of the years that `from` and `to` lie in. */
export async function daysOf(db: ReadDb, from: IsoDate, to: IsoDate): Promise<CalendarDay[]> {
  const years = yearsFrom(from, to)
  const rows = await db
    .selectFrom('calendar_day')
    .select(['id', 'version', 'date', 'kind', 'name', 'decided_by'])
    .where('date', '>=', `${years[0]}-01-01`)
    .where('date', '<=', `${years.at(-1)}-12-31`)
    .execute()
  const decided = rows.map(row => ({
    date: row.date,
    kind: dayKind.parse(row.kind),
    name: row.name,
    decided: { id: row.id, version: row.version, by: row.decided_by },
  }))
  return mergeDays(years, decided)
}

/** What kernel/working-days reckons with. Take `to` well behind the last day that can come out. */
export const workCalendar = async (db: ReadDb, from: IsoDate, to: IsoDate): Promise<WorkCalendar> =>
  workCalendarOf(await daysOf(db, from, to))

/** The feasts that touch these days, by day. One that runs over New Year's Eve counts in the year of its first day. */
export async function feastsBetween(db: ReadDb, from: IsoDate, to: IsoDate): Promise<(YearFeast & { year: number })[]> {
  const years = yearsFrom(addDays(from, -31), to)
  const rows = await db
    .selectFrom('feast_confirmation')
    .innerJoin('body', 'body.id', 'feast_confirmation.body_id')
    .select(['feast_confirmation.id', 'feast_confirmation.version', 'year', 'key', 'from_date', 'to_date', 'source'])
    .select('body.short_name')
    .where('year', 'in', years)
    .execute()
  const confirmed = rows.map(({ from_date, to_date, short_name, ...row }): Confirmation & { year: number } => ({
    ...row,
    from: from_date,
    to: to_date,
    body: short_name,
  }))
  const ofYear = (year: number) =>
    mergeFeasts(
      year,
      confirmed.filter(one => one.year === year),
    )
  return years.flatMap(year => ofYear(year).map(feast => ({ ...feast, year }))).filter(one => one.from <= to && one.to >= from)
}

/** What is kept of a feed's secret. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()
