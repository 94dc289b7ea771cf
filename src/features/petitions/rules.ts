import { addMonths, type IsoDate } from '../../kernel/dates.ts'
import { type Acting, leaders, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { PetitionState, StepKind } from './contract.ts'

/** Officers and leaders of the receiving body handle its petitions. */
export const HANDLE = { roles: workers, reach: 'own' } as const
/** A second letter leaves by a leader; what is shown to another side, too. */
export const LEAD = { roles: leaders, reach: 'own' } as const
/** Fields, addressees and terms of the province. */
export const KEEP = { roles: ['administrator'], reach: 'site' } as const

/** From which states a step may be taken. A check leads to 'settled' or 'not-settled', as the people there say. */
const FLOW: Record<StepKind, { from: readonly PetitionState[]; to: PetitionState | null }> = {
  return: { from: ['received'], to: 'returned' },
  'route-out': { from: ['received'], to: 'routed-out' },
  forward: { from: ['received', 'not-settled'], to: 'forwarded' },
  acknowledge: { from: ['forwarded', 'urged'], to: 'acknowledged' },
  urge: { from: ['forwarded', 'acknowledged', 'urged', 'not-settled'], to: 'urged' },
  answer: { from: ['forwarded', 'acknowledged', 'urged'], to: 'answered' },
  check: { from: ['answered', 'settled'], to: null },
}

const AWAY: readonly PetitionState[] = ['forwarded', 'acknowledged', 'urged']
const CLOSED: readonly PetitionState[] = ['returned', 'routed-out', 'settled']

/** It lies with the body that it was forwarded to. */
export const isAway = (state: PetitionState): boolean => AWAY.includes(state)
export const isClosed = (state: PetitionState): boolean => CLOSED.includes(state)

export const stateAfter = (kind: StepKind, settled: boolean): PetitionState =>
  FLOW[kind].to ?? (settled ? 'settled' : 'not-settled')

export type Standing = {
  state: PetitionState
  dueOn: IsoDate | null
  /** Day of the last step, or of receipt. */
  lastDay: IsoDate
  confirmedOn: IsoDate | null
}
/** What the rules need to know of a petition. `handling`: the asker belongs to the unit that handles it. */
export type Held = Standing & { bodyId: string; handling: boolean }

export const isOverdue = ({ dueOn }: Pick<Standing, 'dueOn'>, today: IsoDate): boolean => dueOn !== null && dueOn < today

/** The one step that a petition waits for, at every moment; null at its end. */
export function nextStep(standing: Standing, today: IsoDate): StepKind | null {
  const { state, confirmedOn } = standing
  if (state === 'received') return 'forward'
  if (state === 'answered') return 'check'
  if (state === 'not-settled') return 'urge'
  if (state === 'settled') return confirmedOn === null ? 'check' : null
  if (!isAway(state)) return null
  if (isOverdue(standing, today)) return 'urge'
  return state === 'acknowledged' ? 'answer' : 'acknowledge'
}

function whyNotRole(permission: typeof HANDLE | typeof LEAD | typeof KEEP, acting: Acting): WhyNot {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** Only the unit that handles a petition works on it. */
export function whyNotHandle(acting: Acting, held: Held, permission: typeof HANDLE | typeof LEAD = HANDLE): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== held.bodyId)) return { code: 'petitions.not-yours' }
  return whyNotRole(permission, acting) ?? (held.handling ? null : { code: 'petitions.other-unit' })
}

/** Given to another by whoever handles it, by the head of its unit, or by a leader. */
export function whyNotGive(
  acting: Acting,
  held: Held & { handler: string; unitId: string | null },
  headed: readonly string[],
): WhyNot {
  const wrong = whyNotHandle(acting, held)
  if (wrong || typeof acting === 'string' || acting.roles.includes('leader')) return wrong
  const may = acting.accountId === held.handler || headed.includes(held.unitId ?? '')
  return may ? null : { code: 'agencies.not-yours-to-assign' }
}

/** Whether a step may be taken now: in this state, by this person, urging only after the term has passed. */
export function whyNotStep(acting: Acting, kind: StepKind, held: Held, today: IsoDate): WhyNot {
  const wrong = whyNotHandle(acting, held, kind === 'urge' ? LEAD : HANDLE)
  if (wrong) return wrong
  if (!FLOW[kind].from.includes(held.state)) return { code: 'petitions.wrong-state', data: { state: held.state } }
  if (kind === 'check' && held.state === 'settled' && held.confirmedOn !== null) return { code: 'petitions.confirmed-already' }
  return kind === 'urge' ? whyNotEarly(held, today) : null
}

/** A letter is issued where its step comes next: the first to send a matter on, the second when the term has passed. */
export function whyNotLetter(kind: 'forward' | 'urge', held: Held, today: IsoDate): WhyNot {
  if (!FLOW[kind].from.includes(held.state)) return { code: 'petitions.wrong-state', data: { state: held.state } }
  return kind === 'urge' ? whyNotEarly(held, today) : null
}

const whyNotEarly = (held: Held, today: IsoDate): WhyNot =>
  isAway(held.state) && !isOverdue(held, today) ? { code: 'petitions.not-overdue', data: { due: held.dueOn } } : null

/** A step has happened, and not before what it follows: no answer before its question. */
export function whyNotDay(day: IsoDate, { lastDay }: Pick<Standing, 'lastDay'>, today: IsoDate): WhyNot {
  if (day > today) return { code: 'petitions.not-yet', data: { today } }
  return day < lastDay ? { code: 'petitions.before-last', data: { last: lastDay } } : null
}

/** The paper of an answer is not older than the letter that asked for it, and not of a day to come. */
export function whyNotPaperDay(paperDate: IsoDate, askedOn: IsoDate | null, today: IsoDate): WhyNot {
  if (paperDate > today) return { code: 'petitions.not-yet', data: { today } }
  return askedOn !== null && paperDate < askedOn ? { code: 'petitions.before-last', data: { last: askedOn } } : null
}

/** What is received has come by today. */
export const whyNotReceived = (receivedOn: IsoDate, today: IsoDate): WhyNot =>
  receivedOn > today ? { code: 'petitions.not-yet', data: { today } } : null

/** An open petition has a day by which its holder acts. */
export const whyNotTerm = (on: IsoDate | null, from: IsoDate): WhyNot => {
  if (on === null) return { code: 'petitions.term-missing' }
  return on < from ? { code: 'petitions.term-past', data: { from } } : null
}

/** Its words are put right until it has gone out. */
export const whyNotChange = (acting: Acting, held: Held): WhyNot =>
  whyNotHandle(acting, held) ?? (held.state === 'received' ? null : { code: 'petitions.gone-out' })

/** Minutes in which the last step can be taken back by who took it. */
const UNDO_MINUTES = 10

export function whyNotTakeBack(
  acting: Acting,
  held: Held,
  step: { isLast: boolean; createdBy: string; ageMinutes: number; kind: StepKind },
): WhyNot {
  const wrong = whyNotHandle(acting, held)
  if (wrong) return wrong
  // What was routed out is gone, text and all.
  if (step.kind === 'route-out' || !step.isLast) return { code: 'petitions.not-last' }
  if (typeof acting !== 'string' && acting.accountId !== step.createdBy) return { code: 'petitions.not-your-step' }
  return step.ageMinutes <= UNDO_MINUTES ? null : { code: 'petitions.too-late', data: { minutes: UNDO_MINUTES } }
}

/** A matter that was returned may be handed in again, as a petition of its own. */
export const whyNotAgain = (state: PetitionState): WhyNot => (state === 'returned' ? null : { code: 'petitions.not-returned' })

/** A leader shows a petition to the other parties of its programme: subject, commune, state; never text, village or sender. */
export function whyNotShare(acting: Acting, held: Held & { programmeId: string | null; shared: boolean }): WhyNot {
  const wrong = whyNotHandle(acting, held, LEAD)
  if (wrong) return wrong
  if (held.programmeId === null) return { code: 'petitions.no-programme' }
  if (held.state === 'routed-out') return { code: 'petitions.wrong-state', data: { state: held.state } }
  return held.shared ? { code: 'petitions.shared-already' } : null
}
export const whyNotUnshare = (acting: Acting, held: Held & { shared: boolean }): WhyNot =>
  whyNotHandle(acting, held, LEAD) ?? (held.shared ? null : { code: 'petitions.not-shared' })

/** Only who handles a petition reads and changes the sender's name, and only until it is forgotten. */
export function whyNotSender(acting: Acting, held: Held & { handler: string }): WhyNot {
  const wrong = whyNotHandle(acting, held)
  if (wrong) return wrong
  return typeof acting !== 'string' && acting.accountId === held.handler ? null : { code: 'petitions.not-handler' }
}

/** Months that a sealed name is kept: twelve after the end, and never more than 24 after the receipt. */
export const KEPT_MONTHS = { afterEnd: 12, atMost: 24 } as const

/** The day on which a name is forgotten. */
export function forgottenOn({ receivedOn, closedOn }: { receivedOn: IsoDate; closedOn: IsoDate | null }): IsoDate {
  const latest = addMonths(receivedOn, KEPT_MONTHS.atMost)
  const usual = closedOn === null ? latest : addMonths(closedOn, KEPT_MONTHS.afterEnd)
  return usual < latest ? usual : latest
}
