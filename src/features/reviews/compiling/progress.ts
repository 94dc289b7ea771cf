import { isoDate } from '../../../kernel/dates.ts'
import type { ActivityRow, CompileInput, ItemRow } from '../contract.ts'
import { valueOf } from '../figures.ts'
import { shareQuery } from './sentences.ts'

/** A target that the sum of a year can be held against. */
export const hasTarget = (item: ItemRow): boolean =>
  (item.targetMin ?? 0) > 0 && item.targetUnit !== null && item.targetPer !== 'term'

export type Standing = 'done' | 'going-on' | 'to-do' | 'not-due' | 'silent'

/** The period closes the reporting year: what had no day of its own is due now. */
const closesYear = ({ period }: CompileInput): boolean => period.kind === 'year' || period.half === 2

/** Due by the end of the period. Work without a day falls due when the reporting year closes. */
export function isDue(input: CompileInput, item: ItemRow): boolean {
  if (item.dueOn !== null) return item.dueOn <= input.period.to
  return closesYear(input)
}

/** Due within the period itself, not in an earlier half of the year. */
export const fallsDue = (input: CompileInput, item: ItemRow): boolean =>
  isDue(input, item) && (item.dueOn === null || item.dueOn >= input.period.from)

/** Of the year's plan, and due only after the period. */
export const comesLater = (input: CompileInput, item: ItemRow): boolean =>
  item.dueOn !== null && item.dueOn > input.period.to && item.dueOn <= isoDate(input.period.year, 12, 31)

/** How an item stands at the end of the period, from its activities since the beginning of the reporting year. */
export function standingOf(input: CompileInput, item: ItemRow, own: readonly ActivityRow[]): Standing {
  const since = own.filter(one => one.heldOn >= input.yearFrom && one.heldOn <= input.period.to)
  const met = hasTarget(item) ? valueOf(shareQuery(input, item), since) >= 100 : item.closed
  if (met) return 'done'
  if (since.length > 0) return 'going-on'
  if (item.dueOn !== null) return isDue(input, item) ? 'to-do' : 'not-due'
  return 'silent'
}

/** The activities of each item. */
export function byItem(activities: readonly ActivityRow[]): Map<string, ActivityRow[]> {
  const map = new Map<string, ActivityRow[]>()
  for (const activity of activities) {
    for (const id of activity.itemIds) {
      const list = map.get(id)
      if (list) list.push(activity)
      else map.set(id, [activity])
    }
  }
  return map
}
