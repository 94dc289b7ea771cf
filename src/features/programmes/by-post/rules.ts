import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, leaders, type Role, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'

const keepers: readonly Role[] = ['clerk', ...leaders]
/** Clerks number and register papers; leaders may do it for them. */
export const RECORD = { roles: keepers, reach: 'party' } as const
/** How the own body takes part, and that it contests what was written down for it, its leader says. */
export const DECIDE = { roles: leaders, reach: 'party' } as const

const may = (permission: typeof RECORD | typeof DECIDE, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}
const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

export type PostalParty = { bodyId: string; party: boolean; byPost: boolean }

/** Letters go to the other parties that take part by post. */
export function whyNotPost(acting: Acting, to: PostalParty): WhyNot {
  if (to.bodyId === bodyOf(acting)) return { code: 'post.in-own-name' }
  if (!to.party) return { code: 'post.not-a-party' }
  return to.byPost ? may(RECORD, acting) : { code: 'post.online' }
}

/** `sentOn` is the date of our letter with exactly this content; null where none went. */
export type AnswerPaper = { sentOn: IsoDate | null; date: IsoDate; today: IsoDate }

/** A paper is recorded for a party by post, about exactly what was sent to it, dated between our letter and today. */
export function whyNotRecord(acting: Acting, from: PostalParty, { sentOn, date, today }: AnswerPaper): WhyNot {
  const refused = whyNotPost(acting, from)
  if (refused) return refused
  if (sentOn === null) return { code: 'post.not-sent' }
  if (date > today) return { code: 'post.in-future', data: { date } }
  return date < sentOn ? { code: 'post.before-letter', data: { date, sent: sentOn } } : null
}

/** What a party by post tells of itself answers no letter of ours. */
export const whyNotInform = (acting: Acting, from: PostalParty, { date, today }: { date: IsoDate; today: IsoDate }): WhyNot =>
  whyNotPost(acting, from) ?? (date > today ? { code: 'post.in-future', data: { date } } : null)

export type ActStanding = { bodyId: string; recordedBody: string; contested: boolean; withdrawn: boolean }

const whyNotStanding = ({ contested, withdrawn }: ActStanding): WhyNot => {
  if (withdrawn) return { code: 'post.withdrawn' }
  return contested ? { code: 'post.contested' } : null
}

/** The body in whose name it was recorded contests it, once. */
export const whyNotContest = (acting: Acting, act: ActStanding): WhyNot =>
  act.bodyId === bodyOf(acting) ? (whyNotStanding(act) ?? may(DECIDE, acting)) : { code: 'post.not-in-your-name' }

/** The side that wrote it down takes a mistake back. */
export const whyNotWithdraw = (acting: Acting, act: ActStanding): WhyNot =>
  act.recordedBody === bodyOf(acting) ? (whyNotStanding(act) ?? may(RECORD, acting)) : { code: 'post.not-your-record' }

/** A leader chooses for the own body, from today on. */
export function whyNotChoose(acting: Acting, chosen: { since: IsoDate; today: IsoDate }): WhyNot {
  return chosen.since < chosen.today ? { code: 'post.past-day' } : may(DECIDE, acting)
}
