import { addMonths, type IsoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, deciders, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { deciderOn } from './caps.ts'
import type { Decider } from './contract.ts'

/** Officers, heads and leaders of the keeping unit work on its register. */
export const HANDLE = { roles: workers, reach: 'own' } as const
/** Those who let a ceiling be passed, with a reason. */
export const LEAD = { roles: deciders, reach: 'own', act: 'sign' } as const
/** Whoever lets a ceiling be passed may do no more than give. */
export const GIVE = { roles: [...workers, 'authorised'], reach: 'own' } as const

export const may = (permission: typeof HANDLE | typeof LEAD | typeof GIVE, acting: Acting): boolean =>
  whyNotPermitted(permission, acting) === null

/** What has happened has come by today. */
export const whyNotYet = (on: IsoDate, today: IsoDate): WhyNot =>
  on > today ? { code: 'honours.not-yet', data: { today } } : null

/** The one who may decide on the day has decided, and for a year around it. */
export function whyNotDecision(list: { date: IsoDate; decidedBy: Decider; year: number }, today: IsoDate): WhyNot {
  const early = whyNotYet(list.date, today)
  if (early) return early
  const { decider, basis } = deciderOn(list.date)
  if (decider !== list.decidedBy) return { code: 'honours.wrong-decider', data: { decider, basis } }
  return Math.abs(list.year - yearOf(list.date)) > 1 ? { code: 'honours.wrong-year', data: { year: list.year } } : null
}

/** One for a village (QĐ 12/2018/QĐ-TTg, Điều 4.3). */
export function whyNotRows(rows: readonly { villageId: string }[]): WhyNot {
  return new Set(rows.map(row => row.villageId)).size < rows.length ? { code: 'honours.village-twice' } : null
}

export type Standing = { endedOn: IsoDate | null; endedBy: 'removed' | 'renewed' | null }

export const whyNotStanding = ({ endedOn }: Standing): WhyNot =>
  endedOn === null ? null : { code: 'honours.ended', data: { day: endedOn } }

/** A removal comes after the recognition that it ends. */
export function whyNotRemove(standing: Standing & { decidedOn: IsoDate }, date: IsoDate, today: IsoDate): WhyNot {
  const wrong = whyNotStanding(standing) ?? whyNotYet(date, today)
  if (wrong) return wrong
  return date < standing.decidedOn ? { code: 'honours.before-decision', data: { day: standing.decidedOn } } : null
}

/** Minutes in which something can be taken back. */
const UNDO_MINUTES = 10
export const whyNotUndo = (at: Date | null, now: Date): WhyNot =>
  at !== null && now.getTime() - at.getTime() <= UNDO_MINUTES * 60_000
    ? null
    : { code: 'honours.too-late', data: { minutes: UNDO_MINUTES } }

/** A removal is taken back shortly after it was noted. */
export const whyNotRestore = ({ endedBy, notedAt }: { endedBy: string | null; notedAt: Date | null }, now: Date): WhyNot =>
  endedBy === 'removed' ? whyNotUndo(notedAt, now) : { code: 'honours.not-removed' }

/** It is given to who stands recognised, on a day that has come, not before the recognition. */
export function whyNotGive(standing: Standing & { decidedOn: IsoDate }, givenOn: IsoDate, today: IsoDate): WhyNot {
  const wrong = whyNotStanding(standing) ?? whyNotYet(givenOn, today)
  if (wrong) return wrong
  return givenOn < standing.decidedOn ? { code: 'honours.before-decision', data: { day: standing.decidedOn } } : null
}

/** Above its ceiling a benefit is given by a leader, or who is authorised, with a reason. */
export function whyNotOver(acting: Acting, over: WhyNot, reason: string | undefined): WhyNot {
  if (!over) return null
  if (!may(LEAD, acting)) return over
  return reason ? null : { code: 'honours.reason-missing', data: over.data ?? {} }
}

/** What was shown before giving is what there is now. */
export const whyNotSeen = (seen: number, there: number): WhyNot =>
  seen === there ? null : { code: 'honours.given-meanwhile', data: { count: there } }

/** Months that a name is kept after the recognition has ended. */
export const KEPT_MONTHS = 12
export const forgottenOn = (endedOn: IsoDate): IsoDate => addMonths(endedOn, KEPT_MONTHS)
