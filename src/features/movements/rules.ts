import { type IsoDate, isoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, leaders, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Measure, MovementKind, Standing } from './contract.ts'

export const WORK = { roles: workers, reach: 'own' } as const
/** What is shown to another side is shown by a leader. */
export const LEAD = { roles: leaders, reach: 'own' } as const

/** What the rules need to know of a movement. */
export type Held = {
  bodyId: string
  kind: MovementKind
  startsOn: IsoDate
  endsOn: IsoDate | null
  recognised: boolean
  endedOn: IsoDate | null
  removed: boolean
  shared: boolean
  programmeId: string | null
}

export const standingOf = ({ endedOn, recognised }: Pick<Held, 'endedOn' | 'recognised'>): Standing =>
  endedOn !== null ? 'closed' : recognised ? 'recognised' : 'going-on'

const isModel = (kind: MovementKind): boolean => kind === 'model'
/** A twinning and a model lie in a commune or village and are kept by an agency, a unit or a community. */
export const isLocal = (kind: MovementKind): boolean => kind === 'twinning' || isModel(kind)

/** Only the body that carries a movement works on it. */
export function whyNotWork(acting: Acting, held: Held, permission: typeof WORK | typeof LEAD = WORK): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== held.bodyId)) return { code: 'movements.not-yours' }
  const code = whyNotPermitted(permission, acting)
  if (code) return { code }
  return held.removed ? { code: 'movements.removed' } : null
}

const whyNotOpen = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held) ?? (held.endedOn === null ? null : { code: 'movements.ended' })

export const whyNotChange = whyNotOpen

type Written = {
  startsOn: IsoDate
  endsOn: IsoDate | null
  placeId: string | null
  keeper: string
  paperNumber: string
  paperDate: IsoDate | null
  measures: readonly Measure[]
}

/** Whether what is written of a movement holds together. */
export function whyNotFields(kind: MovementKind, fields: Written): WhyNot {
  if (fields.endsOn !== null && fields.endsOn < fields.startsOn) return { code: 'movements.end-before-start' }
  if (isLocal(kind) && fields.placeId === null) return { code: 'movements.no-place' }
  if (isLocal(kind) && fields.keeper === '') return { code: 'movements.no-keeper' }
  if ((fields.paperNumber === '') !== (fields.paperDate === null)) return { code: 'movements.half-a-paper' }
  const names = fields.measures.map(one => `${one.name.toLowerCase()} · ${one.unit.toLowerCase()}`)
  return new Set(names).size < names.length ? { code: 'movements.measure-twice' } : null
}

/** Only a recognised model is repeated elsewhere, and not before it began. */
export function whyNotCopied(kind: MovementKind, startsOn: IsoDate, source: Held | null): WhyNot {
  if (source === null) return null
  if (!isModel(kind) || !isModel(source.kind)) return { code: 'movements.no-model' }
  if (!source.recognised) return { code: 'movements.not-recognised' }
  return startsOn < source.startsOn ? { code: 'movements.before-source', data: { start: source.startsOn } } : null
}

/** A year of its term; nothing is registered more than a year ahead. */
function whyNotYear(held: Held, year: number, today: IsoDate): WhyNot {
  const from = yearOf(held.startsOn)
  const to = Math.min(held.endsOn === null ? yearOf(today) + 1 : yearOf(held.endsOn), yearOf(today) + 1)
  return year < from || year > to ? { code: 'movements.outside-term', data: { from, to } } : null
}

const whyNotDay = (day: IsoDate, earliest: IsoDate, today: IsoDate): WhyNot => {
  if (day > today) return { code: 'movements.not-yet', data: { today } }
  return day < earliest ? { code: 'movements.too-early', data: { earliest } } : null
}

export const whyNotRegisterYear = (acting: Acting, held: Held, at: { year: number; day: IsoDate }, today: IsoDate): WhyNot =>
  whyNotOpen(acting, held) ?? whyNotYear(held, at.year, today) ?? whyNotDay(at.day, isoDate(at.year - 1, 1, 1), today)

/** Results are of a year that has begun; what a model came to is said in words. */
export function whyNotReportYear(
  acting: Acting,
  held: Held,
  at: { year: number; day: IsoDate; said: string; figures: number },
  today: IsoDate,
): WhyNot {
  const began = isoDate(at.year, 1, 1)
  const wrong =
    whyNotWork(acting, held) ??
    whyNotYear(held, at.year, today) ??
    whyNotDay(at.day, began > held.startsOn ? began : held.startsOn, today)
  if (wrong) return wrong
  if (isModel(held.kind) && at.said === '') return { code: 'movements.no-review' }
  return at.figures === 0 && at.said === '' ? { code: 'movements.nothing-said' } : null
}

export function whyNotRecognise(acting: Acting, held: Held, date: IsoDate | null, today: IsoDate): WhyNot {
  const wrong = whyNotOpen(acting, held)
  if (wrong) return wrong
  if (!isModel(held.kind)) return { code: 'movements.no-model' }
  if (held.recognised) return { code: 'movements.recognised-already' }
  return date === null ? null : whyNotDay(date, held.startsOn, today)
}
export const whyNotWithdraw = (acting: Acting, held: Held, copies: number): WhyNot =>
  whyNotOpen(acting, held) ??
  (held.recognised ? (copies > 0 ? { code: 'movements.copied' } : null) : { code: 'movements.not-recognised' })

export const whyNotEnd = (acting: Acting, held: Held, day: IsoDate | null, today: IsoDate): WhyNot =>
  whyNotOpen(acting, held) ?? (day === null ? null : whyNotDay(day, held.startsOn, today))
export const whyNotReopen = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held) ?? (held.endedOn === null ? { code: 'movements.not-ended' } : null)

/** Activities hang on a movement of their programme. */
export const whyNotHang = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held) ?? (held.programmeId === null ? { code: 'movements.no-programme' } : null)

/** A leader shows a movement to the other parties of its programme. */
export function whyNotShare(acting: Acting, held: Held): WhyNot {
  const wrong = whyNotWork(acting, held, LEAD)
  if (wrong) return wrong
  if (held.programmeId === null) return { code: 'movements.no-programme' }
  return held.shared ? { code: 'movements.shared-already' } : null
}
export const whyNotUnshare = (acting: Acting, held: Held): WhyNot =>
  whyNotWork(acting, held, LEAD) ?? (held.shared ? null : { code: 'movements.not-shared' })

/** What others have seen or repeated is ended, not taken out. */
export const whyNotRemove = (acting: Acting, held: Held, copies: number): WhyNot =>
  whyNotWork(acting, held) ??
  (held.shared ? { code: 'movements.shared-already' } : copies > 0 ? { code: 'movements.copied' } : null)
export const whyNotRestore = (acting: Acting, held: Held): WhyNot =>
  held.removed ? whyNotWork(acting, { ...held, removed: false }) : { code: 'movements.not-removed' }

/** The last day of the yearly report: figures are closed on 14 December (NĐ 09/2019/NĐ-CP, Điều 12), or with the term. */
export const dueInYear = (year: number, endsOn: IsoDate | null): IsoDate => {
  const cutoff = isoDate(year, 12, 14)
  return endsOn !== null && endsOn < cutoff ? endsOn : cutoff
}

/** The earliest year whose report is missing and, for what goes on, its day; null where the term has none left. */
export function nextReport(
  { startsOn, endsOn, endedOn }: Pick<Held, 'startsOn' | 'endsOn' | 'endedOn'>,
  reported: readonly number[],
  until: IsoDate,
): { year: number; dueOn: IsoDate } | null {
  if (endedOn !== null) return null
  const last = Math.min(yearOf(until), endsOn === null ? yearOf(until) : yearOf(endsOn))
  for (let year = yearOf(startsOn); year <= last; year += 1) {
    const dueOn = dueInYear(year, endsOn)
    if (!reported.includes(year) && dueOn >= startsOn) return { year, dueOn }
  }
  return null
}
