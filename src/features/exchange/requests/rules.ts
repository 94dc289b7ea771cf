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

/** What several sign is put before the others by a leader, and agreed to or returned by theirs. */
export const SIGN: Permission = { roles: deciders, reach: 'party', act: 'agree' }

export type RequestStanding = {
  from: string
  state: RequestState
  signedWith: readonly string[]
  sentOn: IsoDate | null
  removed: boolean
}

function whyNotOwn(acting: Acting, { from }: RequestStanding, permission: Permission): WhyNot {
  if (typeof acting === 'string' || acting.bodyId !== from) return { code: 'exchange.not-your-request' }
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

function whyNotOpen({ state, removed }: RequestStanding): WhyNot {
  if (removed) return { code: 'exchange.request-removed' }
  if (state === 'draft') return null
  return isWithSigners(state) ? { code: 'exchange.request-proposed' } : { code: 'exchange.request-sent' }
}

const isWithSigners = (state: RequestState): boolean => state === 'proposed' || state === 'returned' || state === 'agreed'

/** The letter is signed by parties of the programme, and goes to somebody else. */
export function whyNotContent(
  fields: Pick<RequestFields, 'toBody' | 'signedWith'>,
  own: string,
  parties: readonly string[],
): WhyNot {
  const strange = fields.signedWith.some(body => body === own || !parties.includes(body))
  if (strange) return { code: 'exchange.signed-by-stranger' }
  return fields.toBody !== null && [own, ...parties].includes(fields.toBody) ? { code: 'exchange.to-a-party' } : null
}

export const whyNotChangeRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, WRITE) ?? whyNotOpen(found)

/** Sent by the side that wrote it; what several sign, once each has agreed. */
export function whyNotSendRequest(acting: Acting, found: RequestStanding): WhyNot {
  const wrong = whyNotOwn(acting, found, DISPATCH)
  if (wrong || found.state === 'agreed') return wrong
  return whyNotOpen(found) ?? (found.signedWith.length > 0 ? { code: 'exchange.request-not-agreed' } : null)
}

/**
 * Whether the signed letter itself is wanted on file: a clerk sends what a leader has let go, in these words, or has signed.
 * What several sign was put before the others by a leader.
 */
export const wantsSignedLetter = (acting: Acting, found: RequestStanding, letGo: boolean): boolean =>
  found.state === 'draft' && !letGo && whyNotPermitted({ ...DISPATCH, roles: deciders }, acting) !== null

/** A leader of the side that wrote it puts it before those who are to sign it too. */
export function whyNotProposeRequest(acting: Acting, found: RequestStanding): WhyNot {
  const wrong = whyNotOwn(acting, found, SIGN) ?? whyNotOpen(found)
  if (wrong) return wrong
  return found.signedWith.length > 0 ? null : { code: 'exchange.request-alone' }
}

/** A leader takes it back to write on; what the others have agreed to falls. */
export const whyNotTakeBackRequest = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, SIGN) ?? (isWithSigners(found.state) ? null : { code: 'exchange.request-not-proposed' })

/** Another signer answers while it waits, whoever speaks for it: a leader, or its paper. */
export function whyNotAgreeableRequest(found: RequestStanding, bodyId: string | null): WhyNot {
  if (!found.signedWith.includes(bodyId ?? '')) return { code: 'exchange.not-a-signer' }
  return found.state === 'proposed' ? null : { code: 'exchange.request-not-proposed' }
}

export function whyNotSign(acting: Acting, found: RequestStanding, agreed = false): WhyNot {
  const wrong = whyNotAgreeableRequest(found, typeof acting === 'string' ? null : acting.bodyId)
  if (wrong) return wrong
  const code = whyNotPermitted(SIGN, acting)
  return code ? { code } : agreed ? { code: 'agreement.given' } : null
}

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
  whyNotOwn(acting, found, FOLLOW) ?? (found.sentOn === null ? { code: 'exchange.request-not-waiting' } : null)

/** What was recorded of it last is taken back by whoever follows it. */
export const whyNotTakeBackStep = (acting: Acting, found: RequestStanding): WhyNot =>
  whyNotOwn(acting, found, FOLLOW) ??
  (found.state === 'answered' || found.state === 'urged' ? null : { code: 'exchange.request-not-waiting' })

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
