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
