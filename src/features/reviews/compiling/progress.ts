import { type DoneFacts, isDone, isPerPlace } from '../../plans/index.ts'
import type { ActivityRow, CompileInput, ItemRow, YearPlan } from '../contract.ts'
import { groupBy } from '../figure-groups.ts'
import { doneOf } from '../figures.ts'

/** A target that the sum of a year can be held against: "mỗi xã 01 mô hình" is not reached by one in one commune. */
export const hasTarget = (item: ItemRow): boolean =>
  (item.targetMin ?? 0) > 0 && item.targetUnit !== null && (item.targetPer === null || item.targetPer === 'year')

/** A target that each commune or village has to reach. */
export const isOfPlaces = ({ targetMin: least, targetUnit: unit, targetPer: per }: ItemRow): boolean =>
  isPerPlace({ least, unit, per })

/** How the places stand of an item whose target each of them has to reach; null where none is to. */
export const placesOf = ({ placesOfItems }: Pick<CompileInput, 'placesOfItems'>, { id }: Pick<ItemRow, 'id'>) =>
  placesOfItems.find(one => one.itemId === id && one.places.length > 0) ?? null

export type Standing = 'done' | 'going-on' | 'to-do' | 'not-due' | 'silent'

/** The days that a report tells of. */
type Within = Pick<CompileInput, 'yearFrom' | 'period' | 'placesOfItems' | 'termSums'>

/** The period closes the reporting year. */
const closesYear = ({ period }: Within): boolean => period.kind === 'year' || period.half === 2

/**
 * Whether the report has to answer for an item: what was due by the end of the period; at the end of the year everything
 * in the plan, also what NĐ 09 cuts off before its last day.
 */
export const isDue = (input: Within, item: ItemRow): boolean =>
  closesYear(input) || (item.dueOn !== null && item.dueOn <= input.period.to)

/** Due in the rest of the plan's year. */
export const comesLater = (input: CompileInput, item: ItemRow): boolean => item.dueOn !== null && !isDue(input, item)

/** How an item stands at the end of the period, from its activities since the beginning of the reporting year. */
export function standingOf(input: Within, item: ItemRow, own: readonly ActivityRow[]): Standing {
  const since = own.filter(one => one.heldOn >= input.yearFrom && one.heldOn <= input.period.to)
  if (isDone(factsOf(input, item, since))) return 'done'
  if (since.length > 0) return 'going-on'
  if (item.dueOn !== null) return isDue(input, item) ? 'to-do' : 'not-due'
  return 'silent'
}

/** Whether an item of a year's plan was done, as the report of that year says. */
export function isDoneIn({ year, from, to, ...plan }: YearPlan, item: ItemRow, own: readonly ActivityRow[]): boolean {
  const period = { kind: 'year', year, half: null, from, to } as const
  return standingOf({ yearFrom: from, period, placesOfItems: plan.placesOfItems, termSums: plan.termSums }, item, own) === 'done'
}

/** What the rule that the plan goes by too has to know of an item. */
function factsOf(input: Within, item: ItemRow, since: readonly ActivityRow[]): DoneFacts {
  const { targetMin: min, targetUnit: unit, targetPer: per, closed } = item
  const ofTerm = per === 'term' ? input.termSums.find(one => one.itemId === item.id) : undefined
  const sum = () => since.reduce((total, one) => total + (doneOf(one, unit ?? '') ?? 0), 0)
  return {
    target: unit === null ? null : { min, per },
    reached: ofTerm?.reached ?? sum(),
    activities: since.length,
    closed,
    everyPlace: placesOf(input, item)?.places.every(one => one.standing === 'reached') ?? null,
  }
}

/** The activities of each item. */
export const byItem = (activities: readonly ActivityRow[]): Map<string, ActivityRow[]> => groupBy(activities, one => one.itemIds)

/** The activities of each clause. */
export const byClause = (activities: readonly ActivityRow[]): Map<string, ActivityRow[]> =>
  groupBy(activities, one => one.clausePaths)
