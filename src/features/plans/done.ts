import { foldTone } from '../../kernel/vietnamese.ts'
import type { ItemTarget } from './contract.ts'

/**
 * What is known of an item at a time. `reached`: the sum in the unit of its target, of a target for the whole term over every year.
 * `everyPlace`: each commune or village that has to reach the target has; null where none is to, or it is not asked.
 */
export type DoneFacts = {
  target: Pick<ItemTarget, 'min' | 'per'> | null
  reached: number
  activities: number
  closed: boolean
  everyPlace: boolean | null
}

/** Whether sums say that a target is reached: "mỗi xã 1 mô hình" is not reached by many in one commune. */
export const isSummed = ({ per }: Pick<ItemTarget, 'per'>): boolean => per === null || per === 'year' || per === 'term'

/** The sum that a target asks for; null where sums do not decide. A minimum of nothing is reached by nothing. */
export const wantedSum = (target: DoneFacts['target']): number | null =>
  target !== null && isSummed(target) && (target.min ?? 0) > 0 ? target.min : null

/**
 * The one rule by which the plan and the reports say that an item is done: a sum that reaches its minimum, places that have all reached
 * theirs, and where neither decides an officer's closing of what was worked on. Time alone makes nothing done.
 */
export function isDone({ target, reached, activities, closed, everyPlace }: DoneFacts): boolean {
  const wanted = wantedSum(target)
  if (wanted !== null) return inHundredths(reached) >= inHundredths(wanted)
  return everyPlace === true || (closed && activities > 0)
}

/** Counts carry decimals (1,7 tỷ); the order of adding must not show. */
const inHundredths = (value: number): number => Math.round(value * 100)

/** Few units are met, each for thousands of items: every one is folded once. */
const folded = new Map<string, string>()
const MOST_UNITS = 2000

function foldUnit(unit: string): string {
  const known = folded.get(unit)
  if (known !== undefined) return known
  if (folded.size >= MOST_UNITS) folded.clear()
  const plain = foldTone(unit)
  folded.set(unit, plain)
  return plain
}

/** One unit, whatever the place of tone marks and capitals. */
export const isSameUnit = (one: string, other: string): boolean => one === other || foldUnit(one) === foldUnit(other)

/** The sum in a unit. */
export const sumIn = (unit: string, units: Record<string, number>): number =>
  Object.entries(units).reduce((sum, [name, value]) => (isSameUnit(name, unit) ? sum + value : sum), 0)
