import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, deciders, type Permission, type Role, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { type PostalParty, whyNotInform } from '../programmes/index.ts'
import type { Duty, PackageState } from './contract.ts'

/** Officers and leaders prepare what their side sends. */
export const PREPARE = { roles: workers, reach: 'party' } as const
/** A leader, or who is authorised, approves what is to leave the house (ký duyệt). */
export const APPROVE = { roles: deciders, reach: 'own', act: 'sign' } as const
const senders: readonly Role[] = [...deciders, 'clerk']
/** What was approved is sent by the clerk, or by the leader. */
export const SEND = { roles: senders, reach: 'own', act: 'sign' } as const
const receivers: readonly Role[] = [...workers, 'clerk']
/** The clerk or an officer of the addressee confirms the receipt or returns the package. */
export const RECEIVE = { roles: receivers, reach: 'party' } as const

/** What the rules need to know of a package. */
export type PackageStanding = {
  from: string
  to: string
  state: PackageState
  kind: Duty['kind']
  cutoff: IsoDate
}

const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

function whyNotRole(permission: Permission, acting: Acting): WhyNot {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** Packages are of a year within the programme. */
export const whyNotYear = (year: number, programme: { periodFrom: number; periodTo: number }): WhyNot =>
  year < programme.periodFrom || year > programme.periodTo
    ? { code: 'exchange.year-outside', data: { year, from: programme.periodFrom, to: programme.periodTo } }
    : null

/** Cut-offs of the programme's own choice can lie so that a period ends before it begins. */
export const whyNotPeriod = ({ label, periodFrom, periodTo, dueOn }: Duty): WhyNot =>
  periodTo < periodFrom || dueOn < periodFrom
    ? { code: 'exchange.due-before-start', data: { label, from: periodFrom, due: dueOn } }
    : null

/** The own side prepares what it owes, once the period has begun. */
export function whyNotAssemble(acting: Acting, duty: Duty, today: IsoDate): WhyNot {
  if (bodyOf(acting) !== duty.from) return { code: 'exchange.not-yours' }
  const wrong = whyNotRole(PREPARE, acting) ?? whyNotPeriod(duty)
  if (wrong) return wrong
  return today < duty.periodFrom ? { code: 'exchange.not-begun', data: { label: duty.label, from: duty.periodFrom } } : null
}

/** What a partner by post owes us our clerk writes down from its paper, once the period has begun. */
export function whyNotRecordPaper(
  acting: Acting,
  duty: Duty,
  from: PostalParty,
  { date, today }: { date: IsoDate; today: IsoDate },
): WhyNot {
  if (bodyOf(acting) !== duty.to) return { code: 'exchange.not-addressee' }
  const wrong = whyNotInform(acting, from, { date, today }) ?? whyNotPeriod(duty)
  if (wrong) return wrong
  return date < duty.periodFrom ? { code: 'exchange.not-begun', data: { label: duty.label, from: duty.periodFrom } } : null
}

/** A draft is written on by the side that prepares it. */
export function whyNotChange(acting: Acting, found: PackageStanding): WhyNot {
  if (bodyOf(acting) !== found.from) return { code: 'exchange.not-yours' }
  return found.state === 'draft' ? whyNotRole(PREPARE, acting) : { code: 'exchange.sent-already' }
}

/** Laid before the own leader by whoever prepares it. */
export function whyNotSubmitPackage(
  acting: Acting,
  found: PackageStanding,
  now: { submitted: boolean; approved: boolean },
): WhyNot {
  const wrong = whyNotChange(acting, found)
  if (wrong) return wrong
  if (now.approved) return { code: 'exchange.approved-already' }
  return now.submitted ? { code: 'clearance.submitted-already' } : null
}

/** A leader approves exactly what was seen; whoever sends it then signs nothing. */
export function whyNotApprove(acting: Acting, found: PackageStanding, approved: boolean): WhyNot {
  if (bodyOf(acting) !== found.from) return { code: 'exchange.not-yours' }
  if (found.state !== 'draft') return { code: 'exchange.sent-already' }
  return whyNotRole(APPROVE, acting) ?? (approved ? { code: 'exchange.approved-already' } : null)
}

/** Sent by a leader, or by the clerk once a leader has approved exactly this, when the figures of the period are closed. */
export function whyNotSend(
  acting: Acting,
  found: PackageStanding,
  { today, approved }: { today: IsoDate; approved: boolean },
): WhyNot {
  if (bodyOf(acting) !== found.from) return { code: 'exchange.not-yours' }
  if (found.state !== 'draft') return { code: 'exchange.sent-already' }
  const wrong = whyNotRole(SEND, acting)
  if (wrong) return wrong
  if (!approved && whyNotRole(APPROVE, acting)) return { code: 'exchange.not-approved' }
  const open = found.kind === 'periodic' && today <= found.cutoff
  return open ? { code: 'exchange.before-cutoff', data: { cutoff: found.cutoff } } : null
}

/** What was sent is answered once, by the addressee's people or by its paper. */
export const whyNotDealtWith = (found: Pick<PackageStanding, 'state'>): WhyNot =>
  found.state === 'sent' ? null : { code: 'exchange.dealt-with' }

/** The addressee confirms the receipt, or returns the package, once. */
export function whyNotReceive(acting: Acting, found: PackageStanding): WhyNot {
  if (bodyOf(acting) !== found.to) return { code: 'exchange.not-addressee' }
  return whyNotDealtWith(found) ?? whyNotRole(RECEIVE, acting)
}

/** What was returned is prepared anew as a package of its own. */
export function whyNotAgain(acting: Acting, found: PackageStanding): WhyNot {
  if (bodyOf(acting) !== found.from) return { code: 'exchange.not-yours' }
  return found.state === 'returned' ? whyNotRole(PREPARE, acting) : { code: 'exchange.not-returned' }
}
