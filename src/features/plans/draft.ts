import { type IsoDate, isIsoDate, isoDate, lastDay, yearOf } from '../../kernel/dates.ts'
import { fromLunar, lunarNewYear } from '../../kernel/lunar.ts'
import { fold } from '../../kernel/vietnamese.ts'
import type { Schedule, Target } from '../programmes/index.ts'
import type { ItemTarget, ItemTiming } from './contract.ts'
import { parseMoment } from './moments.ts'

export type DraftCommitment = {
  id: string
  clausePath: string
  text: string
  leadBodies: string[]
  supportBodies: string[]
  others: string[]
  schedules: Schedule[]
  targets: Target[]
  product: string | null
}
export type DraftProgramme = { periodFrom: number; periodTo: number; parties: string[] }

export type DraftItem = ItemTiming & {
  commitmentId: string
  clausePath: string
  title: string
  leadBodies: string[]
  supportBodies: string[]
  others: string[]
  places: null
  audience: null
  target: ItemTarget | null
  product: string | null
}
/** A commitment without an item this year, and why: it belongs to other years, or the text says it is done already. */
export type SetAside = { commitmentId: string; clausePath: string; title: string; why: 'other-year' | 'done'; years: number[] }

/** `months` is how long the slot's own period lasts; it decides what share of a yearly target it takes. */
type Slot = ItemTiming & { months: number }
type Placed = { slots: Slot[]; years: number[] }

/**
 * The draft of a year: every commitment stands in it, or is set aside with the reason.
 * A named year in its year; periodic ones at their period ends; occasions on their day; continuous and undated for the whole year.
 */
export function draftItems(
  commitments: readonly DraftCommitment[],
  programme: DraftProgramme,
  year: number,
): { items: DraftItem[]; aside: SetAside[] } {
  const items: DraftItem[] = []
  const aside: SetAside[] = []
  for (const commitment of commitments) {
    const title = titleOf(commitment.text)
    const { slots, years } = slotsOf(commitment.schedules, programme, year)
    const about = { commitmentId: commitment.id, clausePath: commitment.clausePath, title }
    if (slots.length === 0) aside.push({ ...about, why: years.length > 0 ? 'other-year' : 'done', years })
    slots.forEach((slot, index) => {
      const { months, ...timing } = slot
      const target = targetOf(commitment.targets, months, index === slots.length - 1)
      const leadBodies = commitment.leadBodies.length > 0 ? commitment.leadBodies : programme.parties
      const { supportBodies, others, product } = commitment
      items.push({ ...about, ...timing, leadBodies, supportBodies, others, places: null, audience: null, product, target })
    })
  }
  return { items, aside }
}

/** A duty split off in mid-sentence begins small and ends with its mark; a plan's line does not. */
function titleOf(text: string): string {
  // Looking back keeps it linear: a clause may be a megabyte of semicolons.
  const bare = text.trim().replace(/(?<![\s;.,/])[\s;.,/]+$/, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

function slotsOf(schedules: readonly Schedule[], programme: DraftProgramme, year: number): Placed {
  if (schedules.length > 0 && schedules.every(schedule => schedule.kind === 'done')) return { slots: [], years: [] }
  const placed = tellingSchedules(schedules).map(schedule => place(schedule, programme, year))
  const slots = placed.flatMap(one => one.slots)
  const years = [...new Set(placed.flatMap(one => one.years))].toSorted((a, b) => a - b)
  const dated = mergeByDay(slots.filter(slot => slot.dueOn !== null))
  // What is done every quarter is how the continuous duty is done; beside an occasion or a named day it stands by itself.
  const periodic = schedules.some(schedule => schedule.kind === 'every')
  const continuous = slots.find(slot => slot.timing === 'continuous')
  const running = continuous && !(periodic && dated.length > 0) ? [continuous] : []
  if (dated.length + running.length > 0) return { slots: [...running, ...dated], years: [] }
  const undated = slots.find(slot => slot.timing === 'undated')
  if (undated) return { slots: [undated], years: [] }
  return years.length > 0 ? { slots: [], years } : { slots: [whole('undated')], years: [] }
}

const yearly = (schedule: Schedule): boolean => schedule.kind === 'every' && schedule.unit === 'year' && schedule.count === 1

/** "ngày 18/11 hằng năm": the day says all that "hằng năm" would. */
function tellingSchedules(schedules: readonly Schedule[]): readonly Schedule[] {
  const onDays = schedules.some(schedule => schedule.kind === 'occasion' && schedule.days.length > 0)
  return onDays ? schedules.filter(schedule => !yearly(schedule)) : schedules
}

const whole = (timing: 'continuous' | 'undated', occasion: string | null = null): Slot => ({
  timing,
  startsOn: null,
  dueOn: null,
  occasion,
  months: 12,
})
const due = (startsOn: IsoDate | null, dueOn: IsoDate, occasion: string | null, months = 12): Slot => ({
  timing: 'due',
  startsOn,
  dueOn,
  occasion,
  months,
})
const here = (...slots: Slot[]): Placed => ({ slots, years: [] })
const elsewhere = (...years: number[]): Placed => ({ slots: [], years })

function place(schedule: Schedule, programme: DraftProgramme, year: number): Placed {
  switch (schedule.kind) {
    case 'continuous':
      return here(whole('continuous'))
    case 'every':
      return placeEvery(schedule.count, schedule.unit, programme, year)
    case 'occasion':
      return here(...(schedule.days.length > 0 ? schedule.days.map(day => occasionOn(day, year)) : [whole('undated')]))
    case 'by':
      return schedule.year === year ? here(due(null, namedDay(schedule), null)) : elsewhere(schedule.year)
    case 'span':
      return placeSpan(schedule.from, schedule.to, programme, year)
    case 'end-of-period':
      return year === programme.periodTo
        ? here(due(null, isoDate(year, 12, 31), 'Kết thúc giai đoạn'))
        : elsewhere(programme.periodTo)
    case 'event':
      return here(whole('undated'))
    default:
      return { slots: [], years: [] }
  }
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
const ROMAN = ['I', 'II', 'III', 'IV']

function placeEvery(count: number, unit: 'week' | keyof typeof MONTHS, programme: DraftProgramme, year: number): Placed {
  if (unit === 'week') return here(whole('continuous'))
  const months = MONTHS[unit] * count
  if (months > 12) return placeEveryYears(Math.ceil(months / 12), programme, year)
  const ends = Array.from({ length: Math.floor(12 / months) }, (_, index) => (index + 1) * months)
  return here(
    ...ends.map(end =>
      due(isoDate(year, end - months + 1, 1), lastDay(year, end), periodName(months, end / months, year), months),
    ),
  )
}

/** "hội nghị 5 năm": each so many years from the programme's first; at its end where the term is shorter. */
function placeEveryYears(years: number, { periodFrom, periodTo }: DraftProgramme, year: number): Placed {
  const all = Array.from({ length: periodTo - periodFrom + 1 }, (_, index) => periodFrom + index)
  const fit = all.filter(one => (one - periodFrom + 1) % years === 0)
  const wanted = fit.length > 0 ? fit : [periodTo]
  return wanted.includes(year) ? here(due(null, isoDate(year, 12, 31), null)) : elsewhere(...wanted)
}

function periodName(months: number, ordinal: number, year: number): string {
  if (months === 12) return `Năm ${year}`
  if (months === 6) return ordinal === 1 ? '6 tháng đầu năm' : '6 tháng cuối năm'
  if (months === 3) return `Quý ${ROMAN[ordinal - 1]}`
  return months === 1 ? `Tháng ${ordinal}` : `Tháng ${(ordinal - 1) * months + 1} đến tháng ${ordinal * months}`
}

/** "18/11", "Tết", "15/1 âm lịch". A day that no calendar tells stays without a date under its name. */
function occasionOn(day: string, year: number): Slot {
  const solar = /^(\d{1,2})\s*[/-]\s*(\d{1,2})(.*)$/.exec(day.trim())
  const words = fold(day)
  if (!solar) return words.includes('tet') ? onDay(lunarNewYear(year), 'Tết Nguyên đán') : whole('undated', day)
  const [, d, m, rest = ''] = solar
  const date = /am lich|al/.test(fold(rest))
    ? fromLunar({ year, month: Number(m), day: Number(d), leap: false })
    : isoDate(year, Number(m), Number(d))
  return date && isIsoDate(date) ? onDay(date, `Ngày ${day.trim()}`) : whole('undated', day)
}

const onDay = (dueOn: IsoDate, occasion: string): Slot => ({ ...due(null, dueOn, occasion), timing: 'occasion' })

function namedDay(by: Extract<Schedule, { kind: 'by' }>): IsoDate {
  if (by.date && isIsoDate(by.date)) return by.date
  return lastDay(by.year, by.month ?? (by.quarter ? by.quarter * 3 : 12))
}

/** Runs through the years between, and is due where it ends. */
function placeSpan(from: string, to: string | null, programme: DraftProgramme, year: number): Placed {
  const begins = parseMoment(from)?.from ?? isoDate(programme.periodFrom, 1, 1)
  const ends = to === null ? null : (parseMoment(to)?.to ?? isoDate(programme.periodTo, 12, 31))
  const [first, last] = [yearOf(begins), ends ? yearOf(ends) : programme.periodTo]
  if (year < first || year > last) return elsewhere(...Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i))
  const startsOn = year === first ? begins : null
  return here(ends && year === last ? due(startsOn, ends, null) : { ...whole('continuous'), startsOn })
}

/** Two periods that end on one day are one item: 30/6 closes the second quarter and the half-year. */
function mergeByDay(slots: readonly Slot[]): Slot[] {
  const days = Map.groupBy(slots, slot => slot.dueOn!)
  const merged = [...days.values()].map(same => {
    const longest = same.reduce((a, b) => (b.months > a.months ? b : a))
    const names = same.flatMap(slot => slot.occasion ?? [])
    return { ...longest, occasion: names.length > 0 ? [...new Set(names)].join(', ') : null }
  })
  return merged.toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1))
}

const TIME_SCOPES: Record<string, number> = { year: 12, năm: 12, 'half-year': 6, quarter: 3, quý: 3, quí: 3, month: 1, tháng: 1 }
const TERM = new Set(['term', 'giai đoạn', 'cả giai đoạn', 'nhiệm kỳ'])

/**
 * The first quantity that the commitment sets, as this slot owes it. A yearly one falls to the last slot of the year, a monthly one
 * is reckoned up to the slot's length. Per commune or unit it stays as the text says it; no sum reaches it, an officer does.
 */
function targetOf(targets: readonly Target[], months: number, last: boolean): ItemTarget | null {
  const target = targets.find(one => one.min !== null) ?? targets[0]
  if (!target) return null
  const { min, max, unit } = target
  if (target.per !== null && TERM.has(target.per)) return last ? { min, max, unit, per: 'term' } : null
  const scope = target.per === null ? 12 : TIME_SCOPES[target.per]
  if (scope === undefined) return { min, max, unit, per: target.per }
  if (scope > months) return last ? { min, max, unit, per: 'year' } : null
  const times = target.per === null ? 1 : Math.floor(months / scope)
  const multiplied = (value: number | null) => (value === null ? null : value * times)
  return { min: multiplied(min), max: multiplied(max), unit, per: months === 12 && target.per !== null ? 'year' : null }
}
