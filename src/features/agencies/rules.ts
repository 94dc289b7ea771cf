import type { IsoDate } from '../../kernel/dates.ts'
import type { Acting, Actor, Role } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { BodyLevel, BodyName } from './contract.ts'

const FREE_TRIES = 4
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3600

/** Administrators can change rights, clerks send papers out: both sign in with a second factor. */
export const needsSecondFactor = (roles: readonly string[]): boolean =>
  roles.some(role => role === 'administrator' || role === 'clerk')

/** Seconds of waiting after so many wrong passwords in a row: none for four, then doubling up to an hour. */
export function lockSeconds(failedCount: number): number {
  if (failedCount <= FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failedCount - FREE_TRIES - 1), LONGEST_WAIT_SECONDS)
}

/** An administrator opens accounts in the own body, and the first administrator of a body that has nobody yet. */
export function whyNotOpenAccount(
  acting: Acting,
  account: { bodyId: string; roles: readonly Role[]; demo: boolean },
  bodyHasAccounts: boolean,
): WhyNot {
  if (acting === 'system') return null
  if (acting === 'nobody' || account.demo) return { code: 'not-permitted' }
  if (acting.bodyId === account.bodyId) return null
  if (!bodyHasAccounts && account.roles.includes('administrator')) return null
  return { code: 'agencies.not-your-body' }
}

/** The name of a day: the last that had begun. A day before the first name prints the first. */
export function nameOn<Name extends Pick<BodyName, 'validFrom'>>(names: readonly Name[], day: IsoDate): Name | null {
  const inOrder = names.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
  return inOrder.findLast(one => (one.validFrom ?? '') <= day) ?? inOrder[0] ?? null
}

/** The own administrator describes a body; one that has nobody is described by any. */
export function whyNotDescribe(acting: Acting, body: { id: string; hasAccounts: boolean }): WhyNot {
  if (acting === 'system') return null
  if (acting === 'nobody' || !acting.roles.includes('administrator')) return { code: 'not-permitted' }
  return acting.bodyId === body.id || !body.hasAccounts ? null : { code: 'agencies.not-your-body' }
}

/** A new name begins after the one before it, and not while the body is no more: the past keeps its names. */
export function whyNotRename(names: readonly Pick<BodyName, 'validFrom'>[], from: IsoDate, validTo: IsoDate | null): WhyNot {
  const last = names.reduce<IsoDate | null>(
    (latest, one) => (one.validFrom && one.validFrom > (latest ?? '') ? one.validFrom : latest),
    null,
  )
  if (last !== null && from <= last) return { code: 'agencies.name-not-later', data: { last } }
  return validTo !== null && from > validTo ? { code: 'agencies.body-ended', data: { on: validTo } } : null
}

/** Only the last name is taken back, within a day of being entered; the first is the body's own. */
export function whyNotTakeBackName(
  names: readonly (Pick<BodyName, 'id' | 'validFrom'> & { createdAt: Date })[],
  id: string,
  now: Date,
): WhyNot {
  const last = nameOn(names, '9999-12-31')
  if (names.length < 2 || last?.id !== id) return { code: 'agencies.not-last-name' }
  return now.getTime() - last.createdAt.getTime() > DAY_MS ? { code: 'agencies.name-stands' } : null
}
const DAY_MS = 86_400_000

/** The last day of districts: Luật 72/2025/QH15 leaves province and commune. */
const DISTRICTS_END: IsoDate = '2025-06-30'

/** A body ends after it began, is not its own superior, and is of the district only while there were districts. */
export function whyNotStands(body: {
  id: string
  level?: BodyLevel | undefined
  parentBody?: string | undefined
  validFrom?: IsoDate | undefined
  validTo?: IsoDate | undefined
}): WhyNot {
  if (body.parentBody === body.id) return { code: 'agencies.own-superior' }
  if (body.validFrom && body.validTo && body.validTo < body.validFrom) return { code: 'agencies.ends-before-start' }
  if (body.level === 'district' && (body.validTo ?? '9999') > DISTRICTS_END) return { code: 'agencies.no-districts' }
  return null
}

type PostFacts = { unitId?: string | undefined; roles: readonly string[]; from?: IsoDate | undefined; to?: IsoDate | undefined }

/** A head heads a unit; a post ends after it begins. */
export function whyNotPost({ unitId, roles, from, to }: PostFacts): WhyNot {
  if (roles.includes('head') && !unitId) return { code: 'agencies.head-of-what' }
  return from && to && to < from ? { code: 'agencies.ends-before-start' } : null
}

/** An administrator does not end the post that makes them one: the body would be without. */
export function whyNotEndPost(
  acting: Acting,
  post: { accountId: string; bodyId: string; roles: readonly string[]; from: IsoDate | null },
  toOn: IsoDate | null,
  today: IsoDate,
): WhyNot {
  if (typeof acting !== 'string' && acting.bodyId !== post.bodyId) return { code: 'agencies.not-your-body' }
  if (toOn !== null && post.from !== null && toOn < post.from) return { code: 'agencies.ends-before-start' }
  const own = typeof acting !== 'string' && acting.accountId === post.accountId && post.roles.includes('administrator')
  return own && toOn !== null && toOn <= today ? { code: 'agencies.not-own-post' } : null
}

/** A leader authorises another person of the own body who is no leader, by a paper that is signed before it holds. */
export function whyNotAuthorise(
  acting: Actor,
  person: { accountId: string; bodyId: string; disabled: boolean; roles: readonly Role[] },
  paper: { paperDate: IsoDate; from: IsoDate; to: IsoDate },
): WhyNot {
  if (person.bodyId !== acting.bodyId || person.disabled) return { code: 'not-found', data: { what: 'account' } }
  if (person.roles.includes('leader')) return { code: 'agencies.leads-already' }
  if (paper.to < paper.from) return { code: 'agencies.ends-before-start' }
  return paper.paperDate > paper.from ? { code: 'agencies.paper-later' } : null
}

export type AuthorisationState = 'ahead' | 'holds' | 'over' | 'revoked'

/** Where an authorisation stands on a day. */
export function stateOfAuthorisation(
  { from, to, revokedOn }: { from: IsoDate; to: IsoDate; revokedOn: IsoDate | null },
  day: IsoDate,
): AuthorisationState {
  if (revokedOn !== null && revokedOn <= day) return 'revoked'
  if (day < from) return 'ahead'
  return day <= to ? 'holds' : 'over'
}

type Served = { units: readonly string[]; unitsToday: readonly string[]; gone: boolean }

/**
 * Whose head answers for a person's work: the units that they serve today; of those who have left, or whose post in which they took
 * it on is `over`, every unit that they served.
 */
export const unitsAnswering = ({ units, unitsToday, gone }: Served, over: boolean): readonly string[] =>
  gone || over ? units : unitsToday

type Held = { holder: (Served & { accountId: string }) | null; over: boolean; headed: readonly string[] }

/**
 * Who has work hands it on; the head of the unit gives out what nobody has and what the unit's people have, also those who left;
 * leaders and the administrator anything of the own side.
 */
export function whyNotAssign(acting: Actor, { holder, over, headed }: Held): WhyNot {
  if (acting.roles.some(role => role === 'leader' || role === 'administrator')) return null
  if (holder === null || holder.accountId === acting.accountId) return null
  return unitsAnswering(holder, over).some(unit => headed.includes(unit)) ? null : { code: 'agencies.not-yours-to-assign' }
}
