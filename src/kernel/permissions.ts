import { Refusal, type WhyNot } from './refusal.ts'

/** What a post can give within a body: cán bộ, trưởng phòng, lãnh đạo, văn thư, quản trị, người xem. A person can hold several. */
export const POST_ROLES = ['officer', 'head', 'leader', 'clerk', 'administrator', 'viewer'] as const
export type PostRole = (typeof POST_ROLES)[number]
export const isPostRole = (role: string): role is PostRole => POST_ROLES.some(one => one === role)

/** `authorised` comes with a leader's dated authorisation on file and is given by no post. */
export const ROLES = [...POST_ROLES, 'authorised'] as const
export type Role = (typeof ROLES)[number]

/** What a leader lets another decide: to agree with the other side, to freeze figures, to close work, to sign what leaves the house. */
export const ACTS = ['agree', 'freeze', 'close', 'sign'] as const
export type Act = (typeof ACTS)[number]
/** What one paper on file gives: these acts, in these programmes; null in all. */
export type Authority = { acts: readonly Act[]; programmes: readonly string[] | null }

/**
 * Whom a command or query serves. `roles` are asked of the actor; which rows they reach is decided by body:
 * 'own' = rows of the actor's own body, 'party' = programmes that the body is a party of, 'site' = known to all.
 * 'everyone' needs no sign-in; 'system' is never reached from outside. `act`: who is authorised needs it among the acts of the paper;
 * where none is named, any paper that holds will do.
 */
export type Permission = { roles: readonly Role[]; reach: 'own' | 'party' | 'site'; act?: Act } | 'everyone' | 'system'

export type Actor = {
  accountId: string
  bodyId: string
  roles: readonly Role[]
  displayName: string
  /** Of who is 'authorised': what the papers that hold today give. Without them that role decides nothing. */
  authorities?: readonly Authority[]
  /** The session that asks; none where seeds act in a person's name. */
  sessionId?: string
}

/** The site itself, when jobs, seeds and sign-in act. */
export type Acting = Actor | 'system' | 'nobody'

/** Who works is a person of a body. Refuses 'not-permitted' where the site itself or nobody acts. */
export function personOf(acting: Acting): Actor {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  return acting
}

export const anyRole: readonly Role[] = ROLES
/** Those who do the work and those who answer for it. */
export const workers: readonly Role[] = ['officer', 'head', 'leader']
/** Those who agree, freeze, close and sign for their body. */
export const deciders: readonly Role[] = ['leader', 'authorised']
/** Those to whom something is submitted: the head of the unit, then who decides. */
export const clearers: readonly Role[] = ['head', ...deciders]
export const leaders: readonly Role[] = ['leader']

/** Those who send what a decider has cleared: whoever works on it, and the clerk. */
export const senders: readonly Role[] = [...workers, 'authorised', 'clerk']

/** Null where `acting` may, else the code of the refusal. */
export function whyNotPermitted(
  permission: Permission,
  acting: Acting,
): 'sign-in-first' | 'not-permitted' | 'not-authorised' | null {
  if (acting === 'system' || permission === 'everyone') return null
  if (permission === 'system') return 'not-permitted'
  if (acting === 'nobody') return 'sign-in-first'
  const held = permission.roles.filter(role => acting.roles.includes(role))
  if (held.length === 0) return 'not-permitted'
  if (held.some(role => role !== 'authorised')) return null
  const { act } = permission
  return (acting.authorities ?? []).some(one => act === undefined || one.acts.includes(act)) ? null : 'not-authorised'
}

/** The same person in one programme: a paper that does not name it gives nothing there. Null where it is about none. */
export function within(acting: Acting, programmeId: string | null): Acting {
  if (typeof acting === 'string' || !acting.roles.includes('authorised')) return acting
  const names = (one: Authority) => one.programmes === null || (programmeId !== null && one.programmes.includes(programmeId))
  return { ...acting, authorities: (acting.authorities ?? []).filter(names) }
}

/** What leaves the house leaves by a decider, or by a sender once a decider has cleared exactly this. */
export function whyNotSendOut(acting: Acting, cleared: boolean): WhyNot {
  const code = whyNotPermitted({ roles: senders, reach: 'own' }, acting)
  if (code) return { code }
  const decides = whyNotPermitted({ roles: deciders, reach: 'own', act: 'sign' }, acting) === null
  return decides || cleared ? null : { code: 'clearance.needed' }
}
