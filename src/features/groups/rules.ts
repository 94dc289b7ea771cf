import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, deciders, type Permission, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { ConclusionFields, ConclusionState, MeetingState } from './contract.ts'

/** Officers and leaders write what is their own side's. */
export const WORK: Permission = { roles: workers, reach: 'party' }
/** Leaders, or who is authorised, put minutes before the others, and agree to theirs. */
export const LEAD: Permission = { roles: deciders, reach: 'party', act: 'agree' }

const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

function whyNotRole(acting: Acting, permission: Permission): WhyNot {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** Each side writes its own focal points, members and papers. */
export const whyNotOwn = (acting: Acting, { bodyId }: { bodyId: string }): WhyNot =>
  bodyOf(acting) === bodyId ? whyNotRole(acting, WORK) : { code: 'groups.not-yours' }

export const whyNotDays = ({ fromOn, toOn }: { fromOn: IsoDate; toOn: IsoDate | null }): WhyNot =>
  toOn !== null && toOn < fromOn ? { code: 'groups.days-reversed', data: { from: fromOn, to: toOn } } : null

/** Only what stands as it was entered is taken back: from then on others may have relied on it. */
export const whyNotTakeBackPlace = ({ version }: { version: number }): WhyNot =>
  version === 1 ? null : { code: 'changed-meanwhile' }

/** A place is handed on as long as it stands. */
export function whyNotPass(acting: Acting, place: { bodyId: string; toOn: IsoDate | null }, today: IsoDate): WhyNot {
  if (bodyOf(acting) !== place.bodyId) return { code: 'groups.not-yours' }
  return place.toOn !== null && place.toOn < today ? { code: 'groups.place-ended', data: { on: place.toOn } } : null
}

/** One person is not both. */
export const whyNotStandsIn = ({
  holderAccount,
  deputyAccount,
}: {
  holderAccount: string | null
  deputyAccount: string | null
}): WhyNot => (holderAccount !== null && holderAccount === deputyAccount ? { code: 'field.deputy' } : null)

export type MeetingStanding = { byBody: string; state: MeetingState }

/** Minutes are written by the side that recorded them, until they are put before the others. */
export function whyNotWrite(acting: Acting, meeting: MeetingStanding): WhyNot {
  if (bodyOf(acting) !== meeting.byBody) return { code: 'groups.not-yours' }
  return meeting.state === 'draft' ? whyNotRole(acting, WORK) : { code: 'groups.not-a-draft' }
}

/** What a meeting says must hold together: it has been held, parties lead, nothing is due before it. */
export function whyNotMeeting(
  meeting: { heldOn: IsoDate; chairedBy: string; conclusions: readonly ConclusionFields[] },
  parties: readonly string[],
  today: IsoDate,
): WhyNot {
  if (meeting.heldOn > today) return { code: 'groups.not-held', data: { day: meeting.heldOn } }
  const named = [meeting.chairedBy, ...meeting.conclusions.flatMap(one => [one.leadBody, ...one.supportBodies])]
  if (named.some(body => !parties.includes(body))) return { code: 'groups.not-a-party' }
  const early = meeting.conclusions.findIndex(one => one.dueOn !== null && one.dueOn < meeting.heldOn)
  return early < 0 ? null : { code: 'groups.due-before-meeting', data: { number: early + 1, held: meeting.heldOn } }
}

export function whyNotPropose(acting: Acting, meeting: MeetingStanding): WhyNot {
  if (bodyOf(acting) !== meeting.byBody) return { code: 'groups.not-yours' }
  return meeting.state === 'draft' ? whyNotRole(acting, LEAD) : { code: 'groups.not-a-draft' }
}

/** The side that recorded it writes on; agreements given so far fall. */
export function whyNotTakeBack(acting: Acting, meeting: MeetingStanding): WhyNot {
  if (bodyOf(acting) !== meeting.byBody) return { code: 'groups.not-yours' }
  const waits = meeting.state === 'proposed' || meeting.state === 'returned'
  return waits ? whyNotRole(acting, LEAD) : { code: 'groups.not-proposed' }
}

/** Another party answers, as long as an answer is waited for, whoever speaks for it: a leader, or its paper. */
export function whyNotAgreeable(meeting: MeetingStanding, bodyId: string | null): WhyNot {
  if (bodyId === meeting.byBody) return { code: 'groups.own-meeting' }
  return meeting.state === 'proposed' ? null : { code: 'groups.not-proposed' }
}

/** Another party's leader agrees, or returns with the reason. */
export function whyNotAnswer(acting: Acting, meeting: MeetingStanding, agreed = false): WhyNot {
  const refused = whyNotAgreeable(meeting, bodyOf(acting))
  if (refused) return refused
  return agreed ? { code: 'agreement.given' } : whyNotRole(acting, LEAD)
}

/** What was concluded is carried out, and reported on, by the side that leads it. */
export function whyNotMove(acting: Acting, conclusion: { leadBody: string; meeting: MeetingState }): WhyNot {
  if (bodyOf(acting) !== conclusion.leadBody) return { code: 'groups.not-lead' }
  return conclusion.meeting === 'agreed' ? whyNotRole(acting, WORK) : { code: 'groups.not-agreed' }
}

/** Any party takes an agreed conclusion over into a plan of its own or proposes it for a shared one. */
export const whyNotLink = (acting: Acting, conclusion: { meeting: MeetingState }): WhyNot =>
  conclusion.meeting === 'agreed' ? whyNotRole(acting, WORK) : { code: 'groups.not-agreed' }

/** The word for a conclusion: late where its day is past and it is not done. */
export const standingOf = (
  { state, dueOn }: { state: ConclusionState; dueOn: IsoDate | null },
  today: IsoDate,
): ConclusionState | 'late' => (state !== 'done' && dueOn !== null && dueOn < today ? 'late' : state)
