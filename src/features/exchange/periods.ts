import { addDays, dayOf, type IsoDate, isIsoDate, isoDate, lastDay, monthOf, yearOf } from '../../kernel/dates.ts'
import { fromLunar, lunarNewYear } from '../../kernel/lunar.ts'
import { boundsOf, type Cutoffs, type ReportingProfile } from '../../kernel/periods.ts'
import { fold, hyphened } from '../../kernel/vietnamese.ts'

/** `code` is unique in its year. */
export type Period = { code: string; label: string; from: IsoDate; to: IsoDate }
export type Reporting = { profile: ReportingProfile; cutoffs: Cutoffs | null }
/** A day of note by its name, as the calendar knows it. */
export type Feast = { name: string; year: number; from: IsoDate }

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
export type RhythmUnit = keyof typeof MONTHS
const ROMAN = ['I', 'II', 'III', 'IV']

/**
 * The periods of a rhythm that belong to a year. Under NĐ 09/2019, Điều 12 a month runs 15 → 14, a quarter from the 15th of the month
 * before it to the 14th of its last; under other profiles months end as the half-year and the year do.
 * Rhythms of several years count from the programme's first; one longer than the programme falls to its last.
 */
export function periodsOf(
  rhythm: { count: number; unit: RhythmUnit },
  year: number,
  programme: Reporting & { periodFrom: number; periodTo: number },
): Period[] {
  const months = MONTHS[rhythm.unit] * rhythm.count
  if (months > 12) return longPeriod(Math.ceil(months / 12), year, programme)
  const end = monthEnds(year, programme)
  return Array.from({ length: Math.floor(12 / months) }, (_, index) => {
    const [before, last] = [index * months, (index + 1) * months]
    return { ...nameOf(months, index + 1, year), from: addDays(end(before), 1), to: end(last) }
  })
}

/** The cut-off of a month 1–12; of 0 the last one of the year before. */
function monthEnds(year: number, { profile, cutoffs }: Reporting): (month: number) => IsoDate {
  const half = boundsOf({ kind: 'half-year', year, half: 1 }, profile, cutoffs)
  const whole = boundsOf({ kind: 'year', year, half: null }, profile, cutoffs)
  return month => {
    if (month === 0) return addDays(whole.from, -1)
    return month <= 6 ? shifted(half.to, month - 6) : shifted(whole.to, month - 12)
  }
}

/** The same day so many months away; the last day of a month goes to the last day. */
function shifted(date: IsoDate, months: number): IsoDate {
  const at = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  const last = lastDay(year, month)
  const isLast = date === lastDay(yearOf(date), monthOf(date))
  return isLast || dayOf(date) > dayOf(last) ? last : isoDate(year, month, dayOf(date))
}

function nameOf(months: number, ordinal: number, year: number): { code: string; label: string } {
  if (months === 12) return { code: 'y', label: `Năm ${year}` }
  if (months === 6) return { code: `h${ordinal}`, label: `6 tháng ${ordinal === 1 ? 'đầu' : 'cuối'} năm ${year}` }
  if (months === 3) return { code: `q${ordinal}`, label: `Quý ${ROMAN[ordinal - 1]}/${year}` }
  if (months === 1) return { code: `m${ordinal}`, label: `Tháng ${ordinal}/${year}` }
  const [first, last] = [(ordinal - 1) * months + 1, ordinal * months]
  const label = first === 1 ? `${last} tháng đầu năm ${year}` : `Tháng ${first} đến tháng ${last}/${year}`
  return { code: `m${first}-${last}`, label }
}

function longPeriod(years: number, year: number, programme: Reporting & { periodFrom: number; periodTo: number }): Period[] {
  const { periodFrom, periodTo, profile, cutoffs } = programme
  const ends = Array.from({ length: periodTo - periodFrom + 1 }, (_, at) => periodFrom + at)
  const fit = ends.filter(one => (one - periodFrom + 1) % years === 0)
  if (!(fit.length > 0 ? fit : [periodTo]).includes(year)) return []
  const first = Math.max(periodFrom, year - years + 1)
  const whole = (one: number) => boundsOf({ kind: 'year', year: one, half: null }, profile, cutoffs)
  return [{ code: `y${years}`, label: `Giai đoạn ${first} - ${year}`, from: whole(first).from, to: whole(year).to }]
}

/** The day of an occasion in a year: "18/11", "15/1 âm lịch", "Tết", or the name of a feast. Null where no calendar tells it. */
export function occasionDay(day: string, year: number, feasts: readonly Feast[]): IsoDate | null {
  const words = fold(day).trim()
  if (/^tet( nguyen dan)?$/.test(words)) return lunarNewYear(year)
  const [, d, m, rest = ''] = /^(\d{1,2})\s*[/-]\s*(\d{1,2})(.*)$/.exec(words) ?? []
  if (d === undefined) return feasts.find(feast => feast.year === year && fold(feast.name).includes(words))?.from ?? null
  if (/am lich|\bal\b/.test(rest)) return fromLunar({ year, month: Number(m), day: Number(d), leap: false })
  const date = isoDate(year, Number(m), Number(d))
  return isIsoDate(date) ? date : null
}

/** "Dịp 18/11/2026", "Dịp Tết năm 2026" */
export function occasionName(day: string, year: number): { code: string; label: string } {
  const words = day.trim()
  const code = hyphened(words)
  return { code, label: /^\d{1,2}\/\d{1,2}$/.test(words) ? `Dịp ${words}/${year}` : `Dịp ${words} năm ${year}` }
}
