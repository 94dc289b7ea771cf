import { addDays, type IsoDate, isoDate, lastDay, yearOf } from './dates.ts'

/** Decides which report an activity counts in; plans always run by the calendar year. */
export type ReportingProfile = 'nd09' | 'calendar' | 'custom'
/** For 'custom': the last day (month and day) of the first half and of the year. */
/** Working days from the cut-off of a period to the day when what is told of it is due, where a programme says nothing else. */
export const DUE_AFTER = 5

export type Cutoffs = { half: [month: number, day: number]; year: [month: number, day: number] }
/** `first` is the first year of a final report, which covers all years up to `year`. */
export type ReportPeriod = { kind: 'half-year' | 'year' | 'final'; year: number; half: 1 | 2 | null; first?: number }
export type Bounds = { from: IsoDate; to: IsoDate }

/** NĐ 09/2019/NĐ-CP, Điều 12: 15/12 → 14/6, 15/6 → 14/12, year 15/12 → 14/12. */
const ND09: Cutoffs = { half: [6, 14], year: [12, 14] }
const CALENDAR: Cutoffs = { half: [6, 30], year: [12, 31] }

function cutoffsOf(profile: ReportingProfile, custom: Cutoffs | null): Cutoffs {
  if (profile === 'custom' && custom) return custom
  return profile === 'nd09' ? ND09 : CALENDAR
}

/** First and last day whose activities count in a report. */
export function boundsOf(period: ReportPeriod, profile: ReportingProfile, custom: Cutoffs | null = null): Bounds {
  const { half, year } = cutoffsOf(profile, custom)
  const end = (y: number, [month, day]: [number, number]) => {
    const last = lastDay(y, month)
    const wanted = isoDate(y, month, day)
    return wanted < last ? wanted : last
  }
  const start = addDays(end((period.first ?? period.year) - 1, year), 1)
  const middle = end(period.year, half)
  if (period.kind !== 'half-year') return { from: start, to: end(period.year, year) }
  return period.half === 1 ? { from: start, to: middle } : { from: addDays(middle, 1), to: end(period.year, year) }
}

/** The year whose reports an activity of this day counts in: 20/12/2026 counts for 2027 under NĐ 09. */
export function reportYearOf(date: IsoDate, profile: ReportingProfile, custom: Cutoffs | null = null): number {
  const year = yearOf(date)
  return date <= boundsOf({ kind: 'year', year, half: null }, profile, custom).to ? year : year + 1
}
