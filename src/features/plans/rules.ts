import type { IsoDate } from '../../kernel/dates.ts'
import { isoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, deciders, type Permission, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { ItemTarget, Timing } from './contract.ts'
import { wantedSum } from './done.ts'

export const WORK = { roles: workers, reach: 'party' } as const
/** Only a leader, or a person with a dated authorisation on file, agrees and closes. */
export const AGREE = { roles: deciders, reach: 'party', act: 'agree' } as const
/** Such a person also says that work is done. */
export const CLOSE = { roles: deciders, reach: 'party', act: 'close' } as const

const may = (permission: Permission, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

type PlannedTerm = { periodFrom: number; periodTo: number; endedOn?: IsoDate | null }

/** A plan is for a year of the programme, with some day on which it is in force; one a year. */
export function whyNotDraft(acting: Acting, programme: PlannedTerm, year: number): WhyNot {
  const { endedOn } = programme
  if (endedOn && endedOn <= isoDate(year, 1, 1)) return { code: 'programmes.ended-early', data: { on: endedOn } }
  if (year < programme.periodFrom || year > programme.periodTo)
    return { code: 'plans.year-outside', data: { from: programme.periodFrom, to: programme.periodTo } }
  return may(WORK, acting)
}

/** A side writes freely in what is its own; what the others have seen changes by proposal. */
export const whyNotChange = (acting: Acting, plan: { state: string }): WhyNot =>
  plan.state === 'private' ? may(WORK, acting) : { code: 'plans.propose-instead' }

/** An empty plan is nothing to agree to, nor one still under negotiation. Whoever speaks for the side: a leader, or its paper. */
export function whyNotAgreeable(plan: { state: string; liveItems: number; agreedByUs: boolean; openProposals: number }): WhyNot {
  if (plan.state === 'private') return { code: 'plans.not-shared' }
  if (plan.state !== 'draft') return { code: 'plans.fixed' }
  if (plan.agreedByUs) return { code: 'agreement.given' }
  if (plan.openProposals > 0) return { code: 'plans.proposals-open', data: { count: plan.openProposals } }
  return plan.liveItems === 0 ? { code: 'plans.nothing-to-agree' } : null
}

/** A leader of each side agrees once to the same content. */
export const whyNotAgree = (acting: Acting, plan: Parameters<typeof whyNotAgreeable>[0]): WhyNot =>
  whyNotAgreeable(plan) ?? may(AGREE, acting)

/** Work that has begun cannot be left out: it would stand in no report. */
export function whyNotDrop(item: { dropped: boolean; activities: number }): WhyNot {
  if (item.dropped) return { code: 'plans.item-dropped' }
  return item.activities > 0 ? { code: 'plans.has-activities', data: { activities: item.activities } } : null
}

export type ClosingItem = { dropped: boolean; closed: boolean; target: ItemTarget | null }

/** Without a target an item is done when a leader closes it; `proven`: at least one activity has date, place and evidence. */
export function whyNotClose(acting: Acting, item: ClosingItem, proven: boolean): WhyNot {
  if (item.dropped) return { code: 'plans.item-dropped' }
  if (item.closed) return { code: 'plans.item-closed' }
  if (wantedSum(item.target) !== null) return { code: 'plans.target-decides' }
  return proven ? may(CLOSE, acting) : { code: 'plans.no-evidence' }
}

export const whyNotReopen = (acting: Acting, item: { closed: boolean }): WhyNot =>
  item.closed ? may(CLOSE, acting) : { code: 'plans.item-open' }

export type TimedItem = { timing: Timing; startsOn: IsoDate | null; dueOn: IsoDate | null }

/** A day belongs to 'due' and 'occasion', lies in the plan's year, and not before the beginning. */
export function whyNotTiming(item: TimedItem, year: number): WhyNot {
  const dated = item.timing === 'due' || item.timing === 'occasion'
  if (dated !== (item.dueOn !== null)) return { code: dated ? 'plans.day-needed' : 'plans.day-not-needed' }
  for (const day of [item.startsOn, item.dueOn])
    if (day !== null && yearOf(day) !== year) return { code: 'plans.day-outside', data: { year } }
  if (item.startsOn && item.dueOn && item.startsOn > item.dueOn) return { code: 'plans.begins-late' }
  return null
}

/** Leads and supports are parties, and nobody is both. */
export function whyNotBodies(item: { leadBodies: string[]; supportBodies: string[] }, parties: readonly string[]): WhyNot {
  const all = [...item.leadBodies, ...item.supportBodies]
  if (!all.every(body => parties.includes(body))) return { code: 'plans.not-a-party' }
  return new Set(all).size === all.length ? null : { code: 'plans.lead-and-support' }
}

export function whyNotTarget(target: ItemTarget | null): WhyNot {
  if (target === null || target.min === null || target.max === null || target.min <= target.max) return null
  return { code: 'plans.target-upside-down' }
}
