import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, deciders, type Permission, type Role, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import type { RequestFields, RequestState } from './contract.ts'

/** Officers and leaders write the request. */
export const WRITE: Permission = { roles: workers, reach: 'party' }
const senders: readonly Role[] = [...deciders, 'clerk']
/** The letter goes out by the leader, or by the clerk who gives a signed one its number (NĐ 30/2020/NĐ-CP, Điều 15). */
export const DISPATCH: Permission = { roles: senders, reach: 'own', act: 'sign' }
const followers: readonly Role[] = [...workers, 'clerk']
/** Whoever works on it, or the clerk, records what became of it. */
export const FOLLOW: Permission = { roles: followers, reach: 'own' }

export type RequestStanding = { from: string; state: RequestState; sentOn: IsoDate | null; removed: boolean }

function whyNotOwn(acting: Acting, { from }: RequestStanding, permission: Permission): WhyNot {
  if (typeof acting === 'string' || acting.bodyId !== from) return { code: 'exchange.not-your-request' }
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

const whyNotOpen = ({ state, removed }: RequestStanding): WhyNot =>
  removed ? { code: 'exchange.request-removed' } : state === 'draft' ? null : { code: 'exchange.request-sent' }

/** The letter is signed by parties of the programme, and goes to somebody else. */
export function whyNotContent(
  fields: Pick<RequestFields, 'toName' | 'signedWith'>,
  own: string,
  parties: readonly string[],
): WhyNot {
  const strange = fields.signedWith.some(body => body === own || !parties.includes(body))
  return strange ? { code: 'exchange.signed-by-stranger' } : null
}

export const whyNotChangeRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, WRITE) ?? whyNotOpen(found)

export const whyNotSendRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, DISPATCH) ?? whyNotOpen(found)

export const whyNotRestoreRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, WRITE) ?? (found.removed ? null : { code: 'exchange.request-stands' })

/** What is sent can be urged until it is answered. */
export function whyNotUrge(acting: Acting, found: RequestStanding): WhyNot {
  const wrong = whyNotOwn(acting, found, FOLLOW)
  if (wrong) return wrong
  return found.state === 'sent' || found.state === 'urged' ? null : { code: 'exchange.request-not-waiting' }
}

/** An answer is recorded once it has come, and put right where it was recorded wrongly. */
export const whyNotAnswerRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, FOLLOW) ?? (found.state === 'draft' ? { code: 'exchange.request-not-waiting' } : null)

/** Nothing is sent, urged or answered tomorrow, or before the letter left; no answer is awaited before it. */
export function whyNotDays(
  { on, dueOn = null }: { on: IsoDate; dueOn?: IsoDate | null },
  sentOn: IsoDate | null,
  today: IsoDate,
): WhyNot {
  if (on > today) return { code: 'exchange.day-ahead', data: { day: on } }
  if (sentOn !== null && on < sentOn) return { code: 'exchange.before-letter', data: { day: on, sent: sentOn } }
  return dueOn !== null && dueOn < on ? { code: 'exchange.due-before-letter', data: { due: dueOn, day: on } } : null
}

/** Whether an answer should have come. */
export const isLate = ({ state, dueOn }: { state: RequestState; dueOn: IsoDate | null }, today: IsoDate): boolean =>
  (state === 'sent' || state === 'urged') && dueOn !== null && dueOn < today
