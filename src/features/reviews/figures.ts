import { isSameUnit } from '../plans/index.ts'
import { supervisionsBehind as supervisionsOfPart, supervisionValue as valueOfPart } from '../supervision/index.ts'
import type {
  ActivityRow,
  CompileInput,
  Figure,
  FigureQuery,
  HonourCounts,
  MovementRow,
  PetitionFact,
  PetitionRow,
  SplitRow,
  SupervisionPart,
  SupervisionRow,
} from './contract.ts'
import { ActivityGroups, isWhole } from './figure-groups.ts'
import { idOf } from './figure-id.ts'
import type { Occurrence } from './occurrences.ts'

/** Whether a record stands behind a figure. The sums and the list that a figure opens both ask this, and nothing else. */
export function counts(query: FigureQuery, activity: ActivityRow): boolean {
  if (activity.heldOn < query.from || activity.heldOn > query.to) return false
  if (query.clausePath !== undefined && !activity.clausePaths.includes(query.clausePath)) return false
  if (query.itemId !== undefined && !activity.itemIds.includes(query.itemId)) return false
  if (query.activityKind !== undefined && activity.kind !== query.activityKind) return false
  if (query.activityKinds !== undefined && !query.activityKinds.includes(activity.kind)) return false
  if (query.kind === 'activities') return query.part === undefined || activity.communes.includes(query.part)
  return query.kind === 'uncounted' ? activity.count === null : partOf(query, activity) !== null
}

/** What one record adds to a figure; null where it has nothing of that kind and unit. */
export function partOf(query: FigureQuery, activity: ActivityRow): number | null {
  if (query.kind === 'money') return query.part === undefined || activity.source === query.part ? activity.money : null
  if (query.kind === 'count') return activity.countUnit === query.unit ? activity.count : null
  if (query.kind === 'detail') return activity.parts[query.part ?? ''] ?? null
  if (query.kind === 'communes') return activity.communes.length > 0 ? activity.communes.length : null
  if (query.kind === 'reach') return activity.reachUnit === query.unit ? activity.reach : null
  return query.kind === 'share' ? doneOf(activity, query.unit ?? '') : null
}

/** A target is met by whichever side of the count pair has its unit, and by both where both have. */
export function doneOf({ count, countUnit, reach, reachUnit }: ActivityRow, unit: string): number | null {
  const counted = countUnit !== null && isSameUnit(countUnit, unit) ? count : null
  const reached = reachUnit !== null && isSameUnit(reachUnit, unit) ? reach : null
  return counted === null || reached === null ? (counted ?? reached) : counted + reached
}

export const recordsOf = (query: FigureQuery, activities: readonly ActivityRow[]): ActivityRow[] =>
  activities.filter(activity => counts(query, activity))

/** Counts may carry decimals (1,7 tỷ): rounded to hundredths, so that the order of adding does not show. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The number of a figure, from activities that its records are among. */
export const valueOf = (query: FigureQuery, activities: readonly ActivityRow[]): number =>
  told(query, recordsOf(query, activities))

/** The number of a figure, from the records it opens. A share is percent with one decimal. */
function told(query: FigureQuery, records: readonly ActivityRow[]): number {
  if (query.kind === 'activities' || query.kind === 'uncounted') return records.length
  if (query.kind === 'communes') return new Set(records.flatMap(one => one.communes)).size
  const parts = records.map(activity => partOf(query, activity) ?? 0)
  if (query.highest) return parts.length > 0 ? Math.max(...parts) : 0
  const sum = rounded(parts.reduce((total, part) => total + part, 0))
  return query.kind === 'share' ? shareOf(sum, query.target ?? 1) : sum
}

/** Percent with one decimal. What is not all of a target is not told as all of it. */
const shareOf = (sum: number, target: number): number => {
  const share = Math.round((1000 * sum) / target) / 10
  return sum < target ? Math.min(share, 99.9) : share
}

/** The day on which the fact of a figure came for a petition, where that lies in its period; else null. */
export function petitionDay({ part, from, to }: FigureQuery, { days }: PetitionRow): string | null {
  const day = days[part as PetitionFact] ?? null
  return day !== null && from <= day && day <= to ? day : null
}

/** The petitions behind a figure, which its number counts and which it opens. */
export const petitionsOf = (query: FigureQuery, petitions: readonly PetitionRow[]): PetitionRow[] =>
  petitions.filter(one => petitionDay(query, one) !== null)

/** The supervisions behind a figure, with the first day on which its fact came and how much each adds. */
export const supervisionsBehind = (query: FigureQuery, supervisions: readonly SupervisionRow[]) =>
  supervisionsOfPart(query.part as SupervisionPart, query, supervisions)

/** A work that was seen in several supervisions is one. */
export const supervisionValue = (query: FigureQuery, supervisions: readonly SupervisionRow[]): number =>
  valueOfPart(query.part as SupervisionPart, query, supervisions)

/** The movements behind a figure, with the first day on which its fact came and how much each adds. */
export const movementsBehind = ({ part, from, to }: FigureQuery, movements: readonly MovementRow[]) =>
  movements.flatMap(one => {
    const facts = one.facts.filter(fact => fact.part === part && from <= fact.day && fact.day <= to)
    const [first] = facts.map(fact => fact.day).toSorted()
    return first ? [{ ...one, day: first, adds: rounded(facts.reduce((sum, fact) => sum + fact.count, 0)) }] : []
  })

export const movementValue = (query: FigureQuery, movements: readonly MovementRow[]): number =>
  rounded(movementsBehind(query, movements).reduce((sum, one) => sum + one.adds, 0))

/** The number of a condition: a count of the time that was asked for, never reckoned anew from records; 0 where none is told. */
export function honourValue({ part = '' }: FigureQuery, { work, commended }: HonourCounts): number {
  const [key, what] = part.split('.')
  const row = key === 'commended' ? null : work.find(one => one.key === key)
  const told = row === null ? commended[what as keyof HonourCounts['commended']] : row?.[what as 'sessions' | 'turns']
  return typeof told === 'number' ? told : 0
}
/** The communes or villages behind a figure. */
export const placesBehind = ({ itemId, part }: FigureQuery, all: CompileInput['placesOfItems']) =>
  (all.find(one => one.itemId === itemId)?.places ?? []).filter(one => part === 'wanted' || one.standing === part)

/** What stands behind a figure that counts one by one. */
export const occurrencesBehind = ({ kind, part, from, to }: FigureQuery, all: readonly Occurrence[]): Occurrence[] =>
  all.filter(one => one.of === kind && one.part === part && from <= one.day && one.day <= to)

const splitKey = ({ from, to, clausePath, part }: Pick<SplitRow, 'from' | 'to' | 'clausePath' | 'part'>): string =>
  [from, to, clausePath, part].join(' ')

/** A small count is told of nobody; where it decides what else is told, it is as small as it can be. */
const splitValue = (row: SplitRow | undefined): number => (row === undefined ? 0 : row.count === 'few' ? 1 : row.count)

const NO_HONOURS: HonourCounts = { work: [], commended: { collective: 0, individual: 0 } }

const SUPERVISION_UNITS: Readonly<Record<string, string>> = {
  held: 'cuộc',
  told: 'cuộc',
  works: 'công trình',
  found: 'phát hiện',
  asked: 'kiến nghị',
  repaired: 'kiến nghị',
  explained: 'kiến nghị',
}
const LED_UNITS: Readonly<Record<string, string>> = { issued: 'văn bản', directed: 'văn bản chỉ đạo', concluded: 'kết luận' }
const BY_PART: Partial<Record<FigureQuery['kind'], Readonly<Record<string, string>>>> = {
  supervisions: SUPERVISION_UNITS,
  led: LED_UNITS,
}

const unitOf = ({ kind, unit, part }: FigureQuery): string => UNITS[kind] ?? BY_PART[kind]?.[part ?? ''] ?? unit ?? ''

const UNITS: Partial<Record<FigureQuery['kind'], string>> = {
  activities: 'hoạt động',
  uncounted: 'hoạt động',
  money: 'đồng',
  share: '%',
  communes: 'xã, phường',
  split: 'lượt người',
  petitions: 'kiến nghị',
  informing: 'lần thông tin',
}

type Counted = {
  activities: readonly ActivityRow[]
  petitions?: readonly PetitionRow[]
  supervisions?: readonly SupervisionRow[]
  movements?: readonly MovementRow[]
  honours?: HonourCounts
  placesOfItems?: CompileInput['placesOfItems']
  splits?: readonly SplitRow[]
  occurrences?: readonly Occurrence[]
}

/** Figures of one review. The same condition gives the same figure, with an id that stays when others come or go. */
export class FigureBook {
  readonly figures: Record<string, Figure> = {}
  readonly #groups: ActivityGroups
  readonly #petitions: readonly PetitionRow[]
  readonly #supervisions: readonly SupervisionRow[]
  readonly #movements: readonly MovementRow[]
  readonly #honours: HonourCounts
  readonly #places: CompileInput['placesOfItems']
  readonly #occurrences: readonly Occurrence[]
  readonly #splits: ReadonlyMap<string, SplitRow>

  constructor({
    activities,
    petitions = [],
    supervisions = [],
    movements = [],
    honours = NO_HONOURS,
    placesOfItems = [],
    splits = [],
    occurrences = [],
  }: Counted) {
    this.#groups = new ActivityGroups(activities)
    this.#petitions = petitions
    this.#supervisions = supervisions
    this.#movements = movements
    this.#honours = honours
    this.#places = placesOfItems
    this.#occurrences = occurrences
    this.#splits = new Map(splits.map(one => [splitKey(one), one]))
  }

  /** Enters the figure of a condition and returns it. */
  enter(query: FigureQuery): Figure {
    const id = idOf(query)
    const known = this.figures[id]
    if (known) return known
    const figure = { id, value: this.valueOf(query), unit: unitOf(query), query }
    this.figures[id] = figure
    return figure
  }

  /** The number of a condition. */
  valueOf(query: FigureQuery): number {
    if (query.kind === 'petitions') return petitionsOf(query, this.#petitions).length
    if (query.kind === 'supervisions') return supervisionValue(query, this.#supervisions)
    if (query.kind === 'movements') return movementValue(query, this.#movements)
    if (query.kind === 'honours') return honourValue(query, this.#honours)
    if (query.kind === 'split') return splitValue(this.splitOf(query))
    if (query.kind === 'places') return placesBehind(query, this.#places).length
    if (query.kind === 'led' || query.kind === 'informing') return occurrencesBehind(query, this.#occurrences).length
    return told(query, this.recordsOf(query))
  }

  /** What is known of a group under a clause in a stretch; nothing where it had nobody. */
  splitOf({ from, to, clausePath = '', part = '' }: FigureQuery): SplitRow | undefined {
    return this.#splits.get(splitKey({ from, to, clausePath, part }))
  }

  /** The activities behind a condition. */
  recordsOf(query: FigureQuery): readonly ActivityRow[] {
    const group = this.#groups.of(query)
    return isWhole(query) ? group : recordsOf(query, group)
  }
}
