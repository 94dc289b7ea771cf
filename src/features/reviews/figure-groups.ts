import type { ActivityRow, FigureQuery } from './contract.ts'

/** Activities under each of their keys. */
export function groupBy(
  activities: readonly ActivityRow[],
  keysOf: (activity: ActivityRow) => readonly string[],
): Map<string, ActivityRow[]> {
  const groups = new Map<string, ActivityRow[]>()
  for (const activity of activities) {
    for (const key of keysOf(activity)) {
      const group = groups.get(key)
      if (group) group.push(activity)
      else groups.set(key, [activity])
    }
  }
  return groups
}

type Groups = ReadonlyMap<string, readonly ActivityRow[]>

function once<Kept>(kept: Map<string, Kept>, key: string, make: () => Kept): Kept {
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** Activities so that a figure looks only at those it can count. */
export class ActivityGroups {
  readonly #activities: readonly ActivityRow[]
  /** All by item, by clause and by kind, in the order of their days; made when the first of them is asked for. */
  #named: Groups | null = null
  /** A stretch of time of one of these. */
  readonly #stretches = new Map<string, readonly ActivityRow[]>()
  /** Of a group those with one unit, or in one commune; made when the first of them is asked for. */
  readonly #within = new Map<string, Groups>()

  constructor(activities: readonly ActivityRow[]) {
    this.#activities = activities
  }

  /** The smallest group that holds all activities of a condition. */
  of(query: FigureQuery): readonly ActivityRow[] {
    const { from, to, kind } = query
    const name = groupOf(query)
    const key = `${from} ${to} ${name}`
    const group = once(this.#stretches, key, () => within(this.#groups().get(name) ?? [], query))
    const keysOf = KEYS_WITHIN[kind]
    const wanted = wantedWithin(query)
    if (!keysOf || wanted === undefined) return group
    return once(this.#within, `${key} ${kind}`, () => groupBy(group, keysOf)).get(wanted) ?? []
  }

  #groups(): Groups {
    this.#named ??= groupBy(this.#activities.toSorted(byDay), groupsOf)
    return this.#named
  }
}

const byDay = (a: ActivityRow, b: ActivityRow): number => (a.heldOn < b.heldOn ? -1 : Number(a.heldOn > b.heldOn))

/** Those of a stretch of time, out of activities in the order of their days. */
function within(sorted: readonly ActivityRow[], { from, to }: Pick<FigureQuery, 'from' | 'to'>): readonly ActivityRow[] {
  return sorted.slice(
    firstAt(sorted, ({ heldOn }) => heldOn >= from),
    firstAt(sorted, ({ heldOn }) => heldOn > to),
  )
}

/** The place of the first on which a condition holds that holds of all after it. */
function firstAt(sorted: readonly ActivityRow[], holds: (activity: ActivityRow) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the group of a condition holds no other activities than those of it, so that none of it is looked at again. */
export const isWhole = (query: FigureQuery): boolean =>
  query.activityKinds === undefined && isNamed(query) && (query.kind === 'activities' || isOfUnit(query))

/** A group has one name: an item, or a clause, or a kind under a clause. */
const isNamed = ({ itemId, clausePath, activityKind }: FigureQuery): boolean =>
  itemId === undefined ? activityKind === undefined || clausePath !== undefined : (clausePath ?? activityKind) === undefined

const isOfUnit = ({ kind, unit }: FigureQuery): boolean => unit !== undefined && (kind === 'count' || kind === 'reach')

/** By what a condition parts its group further. */
const wantedWithin = (query: FigureQuery): string | undefined => (query.kind === 'activities' ? query.part : query.unit)

/** By what the activities of a group are told apart further. */
const KEYS_WITHIN: Partial<Record<FigureQuery['kind'], (activity: ActivityRow) => readonly string[]>> = {
  activities: one => one.communes,
  count: one => (one.countUnit === null ? [] : [one.countUnit]),
  reach: one => (one.reachUnit === null ? [] : [one.reachUnit]),
}

const WHOLE = 'all'

/** The name of the smallest group that holds all activities of a condition. */
function groupOf({ itemId, clausePath, activityKind }: FigureQuery): string {
  if (itemId !== undefined) return `item ${itemId}`
  if (clausePath === undefined) return WHOLE
  return activityKind === undefined ? `clause ${clausePath}` : `clause ${clausePath} kind ${activityKind}`
}

/** The names of the groups that an activity lies in. */
const groupsOf = ({ itemIds, clausePaths, kind }: ActivityRow): string[] => [
  WHOLE,
  ...itemIds.map(itemId => `item ${itemId}`),
  ...clausePaths.flatMap(path => [`clause ${path}`, `clause ${path} kind ${kind}`]),
]
