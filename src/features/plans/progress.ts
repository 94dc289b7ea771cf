import { addDays, type IsoDate, isoDate, lastDay } from '../../kernel/dates.ts'
import { printNumber } from '../../kernel/numbers.ts'
import type { ItemState, ItemTarget, ItemTiming } from './contract.ts'
import { isDone, isSummed, sumIn } from './done.ts'

/** What the activities of an item add up to. For a target of the whole term they are those of every year. */
export type ItemSums = {
  activities: number
  /** Sums of both halves of the count pairs, by unit as recorded. */
  units: Record<string, number>
  /** Months of the plan's year with work, 1–12. */
  months: number[]
  /** Each commune or village that has to reach the target has. */
  everyPlace: boolean
}
export const NO_WORK: ItemSums = { activities: 0, units: {}, months: [], everyPlace: false }

export type ProgressItem = ItemTiming & { year: number; target: ItemTarget | null; closed: boolean; dropped: boolean }

export type Progress = {
  state: ItemState
  /** Sum in the target's unit, where there is a target with a minimum. */
  reached: number | null
  wanted: number | null
  /** Twelve boxes for what runs all year: true where the month had work. */
  months: boolean[] | null
}

/** Progress is reckoned, never typed, by the rule that reports go by too. */
export function progressOf(item: ProgressItem, sums: ItemSums, today: IsoDate): Progress {
  const wanted = item.target && isSummed(item.target) ? item.target.min : null
  const inUnit = item.target ? sumIn(item.target.unit, sums.units) : 0
  const done = isDone({ ...item, reached: inUnit, activities: sums.activities, everyPlace: sums.everyPlace })
  const months = item.timing === 'continuous' ? Array.from({ length: 12 }, (_, month) => sums.months.includes(month + 1)) : null
  return { state: stateOf(item, sums, done, today), reached: wanted === null ? null : inUnit, wanted, months }
}

function stateOf(item: ProgressItem, sums: ItemSums, done: boolean, today: IsoDate): ItemState {
  if (item.dropped) return 'dropped'
  if (done) return 'done'
  if (today > lastDayOf(item)) return 'late'
  if (sums.activities > 0) return 'going-on'
  if (today < opensOn(item)) return 'not-due'
  return item.timing === 'continuous' ? 'silent' : 'to-do'
}

/** The day after which an unfinished item is late. What runs all year is never late, only silent or going on. */
const lastDayOf = (item: ProgressItem): IsoDate =>
  item.timing === 'continuous' ? '9999-12-31' : (item.dueOn ?? lastDay(item.year, 12))

/** From this day on the work is expected; before it, the item is not due yet. */
export function opensOn(item: ItemTiming & { year: number }): IsoDate {
  const begin = item.startsOn ?? isoDate(item.year, 1, 1)
  if (item.startsOn || !item.dueOn) return begin
  const before = addDays(item.dueOn, -30)
  return before < begin ? begin : before
}

/** "3/5 công trình", "4/12 tháng", "2 hoạt động"; empty where nothing has begun. */
export function printProgress(progress: Progress, item: { target: ItemTarget | null }, sums: ItemSums): string {
  if (progress.wanted !== null && item.target)
    return `${printNumber(progress.reached!)}/${printNumber(progress.wanted)} ${item.target.unit}`
  const sum = item.target ? sumIn(item.target.unit, sums.units) : 0
  if (sum > 0) return `${printNumber(sum)} ${item.target!.unit}`
  if (progress.months) return `${progress.months.filter(Boolean).length}/12 tháng`
  return sums.activities > 0 ? `${sums.activities} hoạt động` : ''
}

/** One tick of a clause for a year: done when all is done, silent when work is due and nothing happened. */
export type Tick = 'done' | 'going-on' | 'silent' | 'not-due'

export function tickOf(states: readonly { state: ItemState; activities: number }[]): Tick {
  const live = states.filter(one => one.state !== 'dropped')
  if (live.every(one => one.state === 'not-due')) return 'not-due'
  if (live.every(one => one.state === 'done')) return 'done'
  return live.some(one => one.activities > 0 || one.state === 'done') ? 'going-on' : 'silent'
}
