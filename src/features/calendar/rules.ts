import { daysBetween, type IsoDate, yearOf } from '../../kernel/dates.ts'
import { type Permission, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { WorkCalendar } from '../../kernel/working-days.ts'
import type { CalendarDay, Confirmation, Feast, YearFeast } from './contract.ts'
import { feastsOf } from './feasts.ts'
import { holidaysOf } from './holidays.ts'

/** The days off of the whole site follow the Prime Minister's notice; who keeps the site enters them. */
export const MAY_SET_DAY: Permission = { roles: ['administrator'], reach: 'site' }
export const MAY_CONFIRM_FEAST: Permission = { roles: workers, reach: 'site' }

const LONGEST_FEAST = 31
const LONGEST_VIEW = 62

/** What the law proposes for these years, with what has been decided for single days laid over it. By day. */
export function mergeDays(years: readonly number[], decided: readonly CalendarDay[]): CalendarDay[] {
  const taken = new Set(decided.map(day => day.date))
  const proposed = years.flatMap(holidaysOf).filter(day => !taken.has(day.date))
  const asDays = proposed.map(({ date, name }): CalendarDay => ({ date, name, kind: 'holiday', decided: null }))
  return [...asDays, ...decided].toSorted((a, b) => a.date.localeCompare(b.date))
}

export function workCalendarOf(days: readonly CalendarDay[]): WorkCalendar {
  const dates = (work: boolean) => days.filter(day => (day.kind === 'swapped-work') === work).map(day => day.date)
  return { off: new Set(dates(false)), work: new Set(dates(true)) }
}

/** The feasts of a year with the confirmed days in place of estimates. By day. */
export function mergeFeasts(year: number, confirmations: readonly Confirmation[]): YearFeast[] {
  const merged = feastsOf(year).map((feast): YearFeast => {
    const found = confirmations.find(one => one.key === feast.key)
    if (!found) return { ...feast, movable: feast.estimate, confirmed: null }
    const { id, version, source, body, from, to } = found
    return { ...feast, from, to, estimate: false, movable: feast.estimate, confirmed: { id, version, source, body } }
  })
  return merged.toSorted((a, b) => a.from.localeCompare(b.from))
}

/** Only the movable feasts of a year are confirmed, with days that lie in it. */
export function whyNotConfirm(wanted: { year: number; key: string; from: IsoDate; to: IsoDate }): WhyNot {
  const feast: Feast | undefined = feastsOf(wanted.year).find(one => one.key === wanted.key)
  if (!feast) return { code: 'not-found', data: { what: 'feast' } }
  if (!feast.estimate) return { code: 'calendar.not-movable', data: { name: feast.name } }
  if (wanted.to < wanted.from) return { code: 'calendar.ends-before-start' }
  if (yearOf(wanted.from) !== wanted.year) return { code: 'calendar.other-year', data: { year: wanted.year } }
  return daysBetween(wanted.from, wanted.to) < LONGEST_FEAST
    ? null
    : { code: 'calendar.feast-too-long', data: { days: LONGEST_FEAST } }
}

export function whyNotView(from: IsoDate, to: IsoDate): WhyNot {
  if (to < from) return { code: 'calendar.ends-before-start' }
  return daysBetween(from, to) < LONGEST_VIEW ? null : { code: 'calendar.view-too-long', data: { days: LONGEST_VIEW } }
}
