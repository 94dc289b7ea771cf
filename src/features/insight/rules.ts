import type { Deadline, Hit, Holders } from '../../engine/feature.ts'
import { addDays, daysBetween, type IsoDate } from '../../kernel/dates.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { compareVietnamese, fold } from '../../kernel/vietnamese.ts'

export const GROUP_KEYS = ['overdue', 'today', 'week', 'ours', 'theirs', 'later'] as const
export type GroupKey = (typeof GROUP_KEYS)[number]

/** The places of the own side and of all sides in each programme, by its id. */
export type Positions = ReadonlyMap<string, { own: number | null; all: number[] }>
/**
 * One line of "Việc của tôi". `days` until it is due, negative where it is late, null without a day; `positions` are the places
 * in their programme of those whose work it is.
 */
export type WorkItem = Omit<Deadline, 'waits'> & { days: number | null; positions: number[] }
export type WorkGroup = { key: GroupKey; items: WorkItem[]; total: number }

export const SHOWN_PER_GROUP = 50
const HITS_PER_KIND = 8
const MOST_SYLLABLES = 12

/** The Sunday that ends the week of a day. */
export function weekEnd(today: IsoDate): IsoDate {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, (7 - weekday) % 7)
}

/** What waits for the other side stands apart, whenever it is due; our own work goes by its day. */
export function groupOf({ waits, dueOn }: Pick<Deadline, 'waits' | 'dueOn'>, today: IsoDate): GroupKey {
  if (waits === 'them') return 'theirs'
  if (dueOn === null) return 'ours'
  if (dueOn <= today) return dueOn < today ? 'overdue' : 'today'
  return dueOn <= weekEnd(today) ? 'week' : 'later'
}

/** The groups of our own work that go by its day, in order, each with its last day. */
export const stretchesUntil = (today: IsoDate, until: IsoDate): { key: GroupKey; until: IsoDate }[] => [
  { key: 'overdue', until: addDays(today, -1) },
  { key: 'today', until: today },
  { key: 'week', until: weekEnd(today) },
  { key: 'later', until },
]

/** Every group in its order, at most 50 lines each, the earliest first; `total` counts all, with those `hidden` that were not handed over. */
export function groupsOf(
  deadlines: readonly Deadline[],
  today: IsoDate,
  positions: Positions = new Map(),
  hidden: ReadonlyMap<GroupKey, number> = new Map(),
): WorkGroup[] {
  const groups = Map.groupBy(deadlines, deadline => groupOf(deadline, today))
  return GROUP_KEYS.map(key => {
    const own = groups.get(key) ?? []
    return {
      key,
      total: own.length + (hidden.get(key) ?? 0),
      items: firstOf(own).map(deadline => lineOf(deadline, today, positions)),
    }
  })
}

const dayOf = ({ dueOn }: Deadline): string => dueOn ?? '9999'
const byDay = (a: Deadline, b: Deadline): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)

/** The lines to show. Names are compared only among those that come into question: comparing thousands in Vietnamese takes long. */
function firstOf(list: readonly Deadline[]): Deadline[] {
  const ordered = list.toSorted(byDay)
  const last = ordered[SHOWN_PER_GROUP - 1]
  const near = last ? ordered.filter(deadline => dayOf(deadline) <= dayOf(last)) : ordered
  const order = (a: Deadline, b: Deadline) => byDay(a, b) || compareVietnamese(a.title, b.title) || (a.id < b.id ? -1 : 1)
  return near.toSorted(order).slice(0, SHOWN_PER_GROUP)
}

function lineOf({ waits: _waits, ...item }: Deadline, today: IsoDate, positions: Positions): WorkItem {
  const days = item.dueOn === null ? null : daysBetween(today, item.dueOn)
  return { ...item, days, positions: positionsFor(item, positions) }
}

/** Work of both sides wears every mark, other work our own; work of no programme wears the first. */
function positionsFor({ programmeId, role }: Pick<Deadline, 'programmeId' | 'role'>, positions: Positions): number[] {
  const known = programmeId === undefined ? undefined : positions.get(programmeId)
  if (!known) return [1]
  return role === 'both' ? known.all : [known.own ?? 1]
}

/** Words as a tsquery without marks, the last one open: "Giám sát đầ" → "giam & sat & da:*". Null where nothing is left to find. */
export function searchText(words: string): string | null {
  const syllables = fold(words)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_SYLLABLES)
  return syllables ? `${syllables.join(' & ')}:*` : null
}

/** The best eight of each kind, the best of all first. A duty that is its whole clause stands there once, as the clause. */
export function rankHits(kinds: readonly Hit[][]): Hit[] {
  const clauses = new Set(kinds.flatMap(hits => hits.flatMap(hit => (hit.kind === 'clause' ? sentenceOf(hit) : []))))
  const told = kinds.map(hits => hits.filter(hit => hit.kind !== 'commitment' || !clauses.has(sentenceOf(hit))))
  const best = told.flatMap(hits => hits.toSorted((a, b) => b.rank - a.rank).slice(0, HITS_PER_KIND))
  return best.toSorted((a, b) => b.rank - a.rank)
}

/** What a hit says and where, without the mark that ends the sentence. */
const sentenceOf = ({ address, title }: Hit): string => `${address} ${title.replace(/(?<![\s.;,/])[\s.;,/]+$/u, '')}`

type Watched = { person: { accountId: string; units: readonly string[]; gone: boolean }; headed: readonly string[] }

/** Work of a named person is seen together by that person and the head of the unit; of who has left by the leader and the administrator too. */
export function whyNotSeeWorkOf(acting: Actor, { person, headed }: Watched): WhyNot {
  if (person.accountId === acting.accountId || person.units.some(unit => headed.includes(unit))) return null
  const answers = acting.roles.some(role => role === 'leader' || role === 'administrator')
  return person.gone && answers ? null : { code: 'not-permitted' }
}

export const WHOSE = ['side', 'unit', 'mine'] as const
export type Whose = (typeof WHOSE)[number]

/** Oneself with everybody who serves or served in one of the same units. */
export function holdersIn(colleagues: ReadonlyMap<string, { units: readonly string[] }>, accountId: string): Holders {
  const own = colleagues.get(accountId)?.units ?? []
  const near = [...colleagues].filter(([, { units }]) => units.some(unit => own.includes(unit)))
  return { accountIds: [...new Set([accountId, ...near.map(([id]) => id)])], deputyId: accountId }
}

/** Who is named for a line: null where nobody is. */
type Named = { accountId: string; deputyId: string | null } | null

/** Whether one of these people answers for a line, or it waits for whoever asks by their post. */
export const isHeldBy = (line: Pick<Deadline, 'personal'>, named: Named, { accountIds, deputyId }: Holders): boolean =>
  line.personal === true || (named !== null && (accountIds.includes(named.accountId) || named.deputyId === deputyId))
