import type { IsoDate } from '../../kernel/dates.ts'
import { type Bounds, boundsOf, type Cutoffs, type ReportingProfile, reportYearOf } from '../../kernel/periods.ts'
import type { CommitmentRow } from './contract.ts'

/** A year as the reports of a programme are cut: of 20/12/2026 reports tell in 2027 under NĐ 09. */
export type ReportYear = { year: number } & Bounds
type Reporting = { profile: ReportingProfile; cutoffs: Cutoffs | null }

/** The years of a programme that have begun by a day, the last the one whose reports tell of it. */
export function yearsBegun(
  { profile, cutoffs }: Reporting,
  { from, to }: { from: number; to: number },
  today: IsoDate,
): ReportYear[] {
  const last = Math.min(to, reportYearOf(today, profile, cutoffs))
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => {
    const year = from + at
    return { year, ...boundsOf({ kind: 'year', year, half: null }, profile, cutoffs) }
  })
}

/**
 * The years in which a clause stated a duty and nothing was done under it: the one count of silent years, by the days on which it saw work.
 * Years before an amendment brought the duty, or after one ended it, owe nothing.
 */
export const silentYears = (years: readonly ReportYear[], duties: readonly Validity[], days: readonly IsoDate[]): number[] =>
  years.filter(year => duties.some(one => isOwed(one, year)) && !days.some(day => isIn(year, day))).map(({ year }) => year)

type Validity = Pick<CommitmentRow, 'validFrom' | 'validTo'>

const isIn = ({ from, to }: Bounds, day: IsoDate): boolean => from <= day && day <= to
const isOwed = ({ validFrom, validTo }: Validity, { from, to }: Bounds): boolean =>
  (validFrom === null || validFrom <= to) && (validTo === null || validTo >= from)
