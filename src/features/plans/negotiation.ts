import { type Acting, whyNotPermitted, whyNotSendOut } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { ProposalKind, ProposalState } from './contract.ts'
import { AGREE, WORK } from './rules.ts'

const worker = (acting: Acting): WhyNot => coded(whyNotPermitted(WORK, acting))
const leader = (acting: Acting): WhyNot => coded(whyNotPermitted(AGREE, acting))
const coded = (code: ReturnType<typeof whyNotPermitted>): WhyNot => (code ? { code } : null)
const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

/** One plan of a year is shared. `taken` is the plan of that year that already is, and whose it was. */
export function whyNotShare(
  acting: Acting,
  plan: { state: string; year: number; liveItems: number; taken: { owner: string } | null; cleared: boolean },
): WhyNot {
  if (plan.state !== 'private') return { code: 'plans.shared-already' }
  if (plan.taken) return { code: 'plans.other-shared', data: { year: plan.year, owner: plan.taken.owner } }
  if (plan.liveItems === 0) return { code: 'plans.nothing-to-agree' }
  return whyNotSendOut(acting, plan.cleared)
}

/** What the others have seen is answered. */
export const whyNotUnderWay = (plan: { state: string }): WhyNot =>
  plan.state === 'private' ? { code: 'plans.not-shared' } : null

/** Lines of a shared plan, agreed or not, change by proposal. */
export function whyNotPropose(acting: Acting, plan: { state: string }): WhyNot {
  return plan.state === 'private' ? { code: 'plans.change-directly' } : worker(acting)
}

export type ProposedItem = { dropped: boolean; closed: boolean; activities: number; proposedByUs: boolean }

/** What may be proposed of a line: nothing twice, and no work left out that has begun. A change of a line left out takes it back. */
export function whyNotProposeLine(kind: ProposalKind, item: ProposedItem): WhyNot {
  if (item.proposedByUs) return { code: 'plans.proposed-already' }
  if (item.closed) return { code: 'plans.item-closed' }
  if (item.dropped) return kind === 'change' ? null : { code: 'plans.item-dropped' }
  return kind === 'drop' ? whyNotLeaveOut(item.activities) : null
}

const whyNotLeaveOut = (activities: number): WhyNot =>
  activities > 0 ? { code: 'plans.has-activities', data: { activities } } : null

export function whyNotSendProposals(acting: Acting, plan: { state: string; drafts: number; cleared: boolean }): WhyNot {
  if (plan.state === 'private') return { code: 'plans.not-shared' }
  return whyNotSendOut(acting, plan.cleared) ?? (plan.drafts === 0 ? { code: 'plans.nothing-to-send' } : null)
}

export type AnsweredProposal = { state: ProposalState; byBody: string; acceptedBy: readonly string[] }

/** The other sides answer what was shared, once each. */
export function whyNotAnswerable(bodyId: string | null, proposal: AnsweredProposal): WhyNot {
  if (proposal.byBody === bodyId) return { code: 'plans.own-proposal' }
  if (proposal.state !== 'shared') return { code: 'plans.proposal-closed' }
  return proposal.acceptedBy.includes(bodyId ?? '') ? { code: 'plans.accepted-already' } : null
}

/** They do so by their leaders. */
export const whyNotAnswer = (acting: Acting, proposal: AnsweredProposal): WhyNot =>
  whyNotAnswerable(bodyOf(acting), proposal) ?? leader(acting)

/** Taken back by its own side: unsent by whoever works, sent by a leader. */
export function whyNotWithdraw(acting: Acting, proposal: Pick<AnsweredProposal, 'state' | 'byBody'>): WhyNot {
  if (proposal.byBody !== bodyOf(acting)) return { code: 'plans.not-your-proposal' }
  if (proposal.state === 'own') return worker(acting)
  return proposal.state === 'shared' ? leader(acting) : { code: 'plans.proposal-closed' }
}

/** A counter speaks of the same line: to an added line with another, to any other with anything but an added one. */
export const whyNotCounterWith = (of: ProposalKind, kind: ProposalKind): WhyNot =>
  (of === 'add') === (kind === 'add') ? null : { code: 'plans.counter-other-line' }
