import type { IsoDate } from '../../kernel/dates.ts'

/** A quarter, or a whole year where `quarter` is null. */
export type ReportPeriod = { year: number; quarter: number | null }

const two = (value: number): string => String(value).padStart(2, '0')
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31']

/** First and last day. */
export const boundsOf = ({ year, quarter }: ReportPeriod): { from: IsoDate; to: IsoDate } =>
  quarter === null
    ? { from: `${year}-01-01`, to: `${year}-12-31` }
    : { from: `${year}-${two(3 * quarter - 2)}-01`, to: `${year}-${LAST_DAYS[quarter - 1]}` }

export const REPORT_BASIS = 'Nghị định 29/2021/NĐ-CP, Điều 100'

/**
 * By when a report is sent (NĐ 29/2021/NĐ-CP, Điều 100): of a quarter by day 10 of the next, of a year by 10/02 of a commune and by
 * 20/02 of the province. Null where no such term holds for the level.
 */
export function reportDue({ year, quarter }: ReportPeriod, level: string | null): IsoDate | null {
  if (quarter !== null) return quarter === 4 ? `${year + 1}-01-10` : `${year}-${two(3 * quarter + 1)}-10`
  const day = { commune: '10', province: '20' }[level ?? '']
  return day ? `${year + 1}-02-${day}` : null
}

/** The quarters and the year that are over on a day, of this year and the one before. */
export function periodsOver(today: IsoDate): ReportPeriod[] {
  const year = Number(today.slice(0, 4))
  return [year - 1, year]
    .flatMap(of => [1, 2, 3, 4, null].map(quarter => ({ year: of, quarter })))
    .filter(period => boundsOf(period).to < today)
}

/** "quý II năm 2026", "năm 2026" */
export const periodWords = ({ year, quarter }: ReportPeriod): string =>
  quarter === null ? `năm ${year}` : `quý ${['I', 'II', 'III', 'IV'][quarter - 1]} năm ${year}`

/** "2026" or "2026-2", as addresses and file names have it. Null for anything else. */
export function parsePeriod(text: string): ReportPeriod | null {
  const found = /^(20\d\d)(?:-([1-4]))?$/.exec(text)
  return found ? { year: Number(found[1]), quarter: found[2] ? Number(found[2]) : null } : null
}
export const periodId = ({ year, quarter }: ReportPeriod): string => (quarter === null ? String(year) : `${year}-${quarter}`)
