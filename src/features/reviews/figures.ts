import type { ActivityRow, Figure, FigureQuery, PetitionFact, PetitionRow } from './contract.ts'

/** Whether a record stands behind a figure. The sums and the list that a figure opens both ask this, and nothing else. */
export function counts(query: FigureQuery, activity: ActivityRow): boolean {
  if (activity.heldOn < query.from || activity.heldOn > query.to) return false
  if (query.clausePath !== undefined && !activity.clausePaths.includes(query.clausePath)) return false
  if (query.itemId !== undefined && !activity.itemIds.includes(query.itemId)) return false
  if (query.activityKind !== undefined && activity.kind !== query.activityKind) return false
  if (query.activityKinds !== undefined && !query.activityKinds.includes(activity.kind)) return false
  return query.kind === 'activities' || (query.kind === 'uncounted' ? activity.count === null : partOf(query, activity) !== null)
}

/** What one record adds to a figure; null where it has nothing of that kind and unit. */
export function partOf(query: FigureQuery, activity: ActivityRow): number | null {
  if (query.kind === 'money') return activity.money
  if (query.kind === 'count') return activity.countUnit === query.unit ? activity.count : null
  if (query.kind === 'detail') return activity.parts[query.part ?? ''] ?? null
  if (query.kind === 'communes') return activity.communes.length > 0 ? activity.communes.length : null
  if (query.kind === 'reach') return activity.reachUnit === query.unit ? activity.reach : null
  return query.kind === 'share' ? doneOf(activity, query.unit ?? '') : 1
}

/** A target is met by whichever side of the count pair has its unit. */
export const doneOf = (activity: ActivityRow, unit: string): number | null => {
  if (activity.countUnit === unit) return activity.count
  return activity.reachUnit === unit ? activity.reach : null
}

export const recordsOf = (query: FigureQuery, activities: readonly ActivityRow[]): ActivityRow[] =>
  activities.filter(activity => counts(query, activity))

/** Counts may carry decimals (1,7 tỷ): rounded to hundredths, so that the order of adding does not show. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The number of a figure, from the records it opens. A share is percent with one decimal. */
export function valueOf(query: FigureQuery, activities: readonly ActivityRow[]): number {
  if (query.kind === 'communes') return new Set(recordsOf(query, activities).flatMap(one => one.communes)).size
  const sum = rounded(recordsOf(query, activities).reduce((total, activity) => total + (partOf(query, activity) ?? 0), 0))
  return query.kind === 'share' ? Math.round((1000 * sum) / (query.target ?? 1)) / 10 : sum
}

/** The day on which the fact of a figure came for a petition, where that lies in its period; else null. */
export function petitionDay({ part, from, to }: FigureQuery, { days }: PetitionRow): string | null {
  const day = days[part as PetitionFact] ?? null
  return day !== null && from <= day && day <= to ? day : null
}

/** The petitions behind a figure, which its number counts and which it opens. */
export const petitionsOf = (query: FigureQuery, petitions: readonly PetitionRow[]): PetitionRow[] =>
  petitions.filter(one => petitionDay(query, one) !== null)

const UNITS: Partial<Record<FigureQuery['kind'], string>> = {
  activities: 'hoạt động',
  uncounted: 'hoạt động',
  money: 'đồng',
  share: '%',
  communes: 'xã, phường',
  petitions: 'kiến nghị',
}

/** Figures of one review. The same condition gives the same figure, with an id that stays when others come or go. */
export class FigureBook {
  readonly figures: Record<string, Figure> = {}
  readonly #activities: readonly ActivityRow[]
  readonly #petitions: readonly PetitionRow[]
  readonly #byClause: Map<string, ActivityRow[]>

  constructor(activities: readonly ActivityRow[], petitions: readonly PetitionRow[] = []) {
    this.#activities = activities
    this.#petitions = petitions
    this.#byClause = groupByClause(activities)
  }

  /** Enters the figure of a condition and returns it. */
  enter(query: FigureQuery): Figure {
    const id = idOf(query)
    const known = this.figures[id]
    if (known) return known
    const candidates = query.clausePath === undefined ? this.#activities : (this.#byClause.get(query.clausePath) ?? [])
    const value = query.kind === 'petitions' ? petitionsOf(query, this.#petitions).length : valueOf(query, candidates)
    const figure = { id, value, unit: UNITS[query.kind] ?? query.unit ?? '', query }
    this.figures[id] = figure
    return figure
  }
}

function groupByClause(activities: readonly ActivityRow[]): Map<string, ActivityRow[]> {
  const groups = new Map<string, ActivityRow[]>()
  for (const activity of activities) {
    for (const path of activity.clausePaths) {
      const group = groups.get(path)
      if (group) group.push(activity)
      else groups.set(path, [activity])
    }
  }
  return groups
}

/** The condition itself in a fixed order, so that a link to a figure holds as long as its meaning. */
const idOf = ({ kind, from, to, clausePath, itemId, activityKind, activityKinds, unit, target, part }: FigureQuery): string =>
  [kind, from, to, clausePath, itemId, activityKind, activityKinds?.join('+'), unit, target, ...(part ? [part] : [])]
    .map(one => one ?? '')
    .join('|')

/** Ids whose value is not the same in both, or that stand in one only. */
export function movedFigures(before: Record<string, Figure>, after: Record<string, Figure>): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...ids].filter(id => before[id]?.value !== after[id]?.value)
}
