import { type Bounds, boundsOf, type ReportPeriod } from '../../kernel/periods.ts'
import { yearsOf } from './contract.ts'
import { yearBefore } from './rules.ts'
import { type Review, reportingOf } from './store.ts'

const HALVES = [1, 2] as const
/** A final report is compared with no earlier period. */
const NEVER = { from: '0001-01-01', to: '0001-01-01' }

/** The programme whose rules cut the years. */
export type ReportedBy = Parameters<typeof reportingOf>[0]

/** The days of a report, of the year up to it, of the same period a year earlier, and of what within it is reported by itself too. */
export function stretchesOf(programme: ReportedBy, { period, from, to }: Pick<Review, 'period' | 'from' | 'to'>) {
  const { profile, cutoffs } = reportingOf(programme)
  const final = period.kind === 'final'
  const yearOf = (year: number) => ({ year, ...boundsOf({ kind: 'year', year, half: null }, profile, cutoffs) })
  return {
    bounds: { from, to },
    yearFrom: final ? from : yearOf(period.year).from,
    before: final ? NEVER : boundsOf(yearBefore(period), profile, cutoffs),
    years: final ? yearsOf(period).map(yearOf) : [],
    halves: halvesOf(programme, period),
  }
}

/** What within a report, and within the year before, is reported by itself too. */
export function apartOf(programme: ReportedBy, review: Pick<Review, 'period' | 'from' | 'to'>) {
  const { years, halves } = stretchesOf(programme, review)
  const { period } = review
  return { period: [...years, ...halves], before: period.kind === 'final' ? [] : halvesOf(programme, yearBefore(period)) }
}

/** The halves of what a report tells of, which are reported by themselves too; none of a half. */
export function halvesOf(programme: ReportedBy, period: ReportPeriod): Bounds[] {
  const { profile, cutoffs } = reportingOf(programme)
  if (period.kind === 'half-year') return []
  const ofYear = (year: number) => HALVES.map(half => boundsOf({ kind: 'half-year', year, half }, profile, cutoffs))
  return yearsOf(period).flatMap(ofYear)
}
