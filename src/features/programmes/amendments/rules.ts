import { citeClause } from '../../../kernel/cite-clause.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, deciders, type Role, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { type Amending, type ConsolidatedClause, under } from './consolidate.ts'
import type { AmendmentState, Change, Content } from './contract.ts'

/** Officers and leaders of every party write. */
export const WRITE = { roles: workers, reach: 'party' } as const
/** What goes to the others, and what binds, goes by a leader. */
export const LEAD = { roles: deciders, reach: 'party', act: 'agree' } as const
const clerks: readonly Role[] = ['clerk']
/** The clerk records the signed paper. */
export const RECORD = { roles: clerks, reach: 'party' } as const

/** What the rules need to know of an amendment. */
export type Standing = {
  byBody: string
  state: AmendmentState
  effectiveOn: IsoDate
  sharedAt: Date | null
  agreedBy: readonly string[]
}
export type Frame = { effectiveFrom: IsoDate; periodTo: number }
/** A signed amendment with what it is called. */
export type Signed = Amending & { number: string }

const bodyOf = (acting: Acting): string | null => (typeof acting === 'string' ? null : acting.bodyId)

function whyNotRole(permission: typeof WRITE | typeof LEAD | typeof RECORD, acting: Acting): WhyNot {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

/** A party proposes; `bodies` are the parties. */
export const whyNotPropose = (acting: Acting, bodies: readonly string[]): WhyNot =>
  whyNotRole(WRITE, acting) ?? (bodies.includes(bodyOf(acting) ?? '') ? null : { code: 'not-permitted' })

/** A draft is written on by its own side until it is sent. */
export function whyNotWrite(acting: Acting, found: Standing): WhyNot {
  if (bodyOf(acting) !== found.byBody) return { code: 'programmes.amendment-not-yours' }
  return found.state === 'own' ? whyNotRole(WRITE, acting) : { code: 'programmes.amendment-sent' }
}

/** What was not sent is put aside by its writers, what was sent is taken back by their leader. */
export function whyNotWithdraw(acting: Acting, found: Standing): WhyNot {
  if (bodyOf(acting) !== found.byBody) return { code: 'programmes.amendment-not-yours' }
  if (found.state === 'own') return whyNotRole(WRITE, acting)
  return found.state === 'shared' ? whyNotRole(LEAD, acting) : { code: 'programmes.amendment-closed' }
}

export function whyNotRestore(acting: Acting, found: Standing): WhyNot {
  if (bodyOf(acting) !== found.byBody) return { code: 'programmes.amendment-not-yours' }
  const aside = found.state === 'withdrawn' && found.sharedAt === null
  return aside ? whyNotRole(WRITE, acting) : { code: 'programmes.amendment-closed' }
}

export function whyNotShare(acting: Acting, found: Standing): WhyNot {
  if (bodyOf(acting) !== found.byBody) return { code: 'programmes.amendment-not-yours' }
  return found.state === 'own' ? whyNotRole(LEAD, acting) : { code: 'programmes.amendment-sent' }
}

/** Who has not agreed yet agrees, whoever speaks for the side: a leader, or its paper. */
export function whyNotAgreeable(found: Standing, bodyId: string | null): WhyNot {
  if (found.state !== 'shared') return { code: 'programmes.amendment-closed' }
  return found.agreedBy.includes(bodyId ?? '') ? { code: 'agreement.given' } : null
}

export const whyNotAgree = (acting: Acting, found: Standing): WhyNot =>
  whyNotAgreeable(found, bodyOf(acting)) ?? whyNotRole(LEAD, acting)

/** The others return what was proposed; what is agreed and not yet signed is returned by whoever sees that it cannot be signed so. */
export function whyNotReturn(acting: Acting, found: Standing): WhyNot {
  if (found.state === 'agreed') return whyNotRole(LEAD, acting)
  if (found.state !== 'shared') return { code: 'programmes.amendment-closed' }
  return bodyOf(acting) === found.byBody ? { code: 'programmes.amendment-own' } : whyNotRole(LEAD, acting)
}

/** The others answer with a proposal of their own. */
export function whyNotCounter(acting: Acting, found: Standing): WhyNot {
  if (found.state !== 'shared') return { code: 'programmes.amendment-closed' }
  return bodyOf(acting) === found.byBody ? { code: 'programmes.amendment-own' } : whyNotRole(WRITE, acting)
}

/** What was returned or taken back can be written anew, by either side. */
export function whyNotAgain(acting: Acting, found: Standing): WhyNot {
  const over = found.state === 'returned' || found.state === 'countered' || found.state === 'withdrawn'
  return over && found.sharedAt !== null ? whyNotRole(WRITE, acting) : { code: 'programmes.amendment-closed' }
}

/** The paper is signed once both have agreed, and not after the day on which it takes effect. */
export function whyNotRecord(acting: Acting, found: Standing, signedOn?: IsoDate): WhyNot {
  if (found.state !== 'agreed') return { code: 'programmes.amendment-not-agreed' }
  if (signedOn !== undefined && signedOn > found.effectiveOn)
    return { code: 'programmes.amendment-signed-late', data: { signed: signedOn, effective: found.effectiveOn } }
  return whyNotRole(RECORD, acting)
}

/**
 * Why a content cannot stand: `clauses` is the text on its day of effect as the signed amendments make it. Two amendments of one
 * clause follow each other by their days; one that would come before or on the day of another is refused.
 */
export function whyNotContent(
  { effectiveOn, changes }: Content,
  { frame, clauses, signed }: { frame: Frame; clauses: readonly ConsolidatedClause[]; signed: readonly Signed[] },
): WhyNot {
  if (effectiveOn < frame.effectiveFrom || effectiveOn > `${frame.periodTo}-12-31`)
    return { code: 'programmes.amendment-outside', data: { from: frame.effectiveFrom, to: frame.periodTo } }
  for (const [at, change] of changes.entries()) {
    const found = whyNotChange(change, changes.slice(0, at), clauses) ?? conflictOf(change, effectiveOn, clauses, signed)
    if (found) return found
  }
  return null
}

const about = (code: string, path: string): WhyNot => ({ code: `programmes.${code}`, data: { cite: citeClause(path) } })

function whyNotChange(change: Change, earlier: readonly Change[], clauses: readonly ConsolidatedClause[]): WhyNot {
  const stands = (path: string) => clauses.some(clause => clause.path === path && clause.state !== 'repealed')
  const added = (path: string) => earlier.some(one => one.kind === 'add' && one.path === path)
  if (change.kind === 'add') {
    const missing = [change.parent, change.after].find(path => path !== null && !stands(path) && !added(path))
    if (missing) return about('amendment-no-clause', missing)
    const beside = change.after === null || parentIn(change.after, clauses, earlier) === change.parent
    return beside ? whyNotLabel(change, earlier, clauses) : about('amendment-no-place', change.after!)
  }
  if (!stands(change.path)) return about('amendment-no-clause', change.path)
  if (earlier.some(one => one.path === change.path)) return about('amendment-twice', change.path)
  const repealed = earlier.find(one => one.kind === 'repeal' && under(clauses, one.path).has(change.path))
  if (repealed) return about('amendment-twice', change.path)
  return change.kind === 'replace' && change.text === change.before ? about('amendment-same', change.path) : null
}

const parentIn = (path: string, clauses: readonly ConsolidatedClause[], earlier: readonly Change[]): string | null => {
  const added = earlier.find(one => one.kind === 'add' && one.path === path)
  if (added?.kind === 'add') return added.parent
  return clauses.find(clause => clause.path === path)?.parent ?? null
}

const LETTER_OR_DIGIT = /[\p{L}\d]/u

/** A number that a sibling bears already; dashes bear none. */
function whyNotLabel(
  change: Extract<Change, { kind: 'add' }>,
  earlier: readonly Change[],
  clauses: readonly ConsolidatedClause[],
): WhyNot {
  if (!LETTER_OR_DIGIT.test(change.label)) return null
  const printed = [
    ...clauses.filter(one => one.parent === change.parent).map(one => one.label),
    ...earlier.flatMap(one => (one.kind === 'add' && one.parent === change.parent ? [one.label] : [])),
  ]
  return printed.includes(change.label) ? { code: 'programmes.amendment-label', data: { label: change.label } } : null
}

/** A signed amendment of the same clause that takes effect on that day or later. */
function conflictOf(change: Change, on: IsoDate, clauses: readonly ConsolidatedClause[], signed: readonly Signed[]): WhyNot {
  const touched = change.kind === 'add' ? [change.parent, change.after] : [change.path]
  const below = change.kind === 'repeal' ? under(clauses, change.path) : new Set<string>()
  const meets = (other: Change): boolean => {
    if (touched.includes(other.path)) return change.kind !== 'add' || other.kind === 'repeal'
    if (below.has(other.path) || (other.kind === 'add' && other.parent === change.path)) return change.kind === 'repeal'
    return other.kind === 'repeal' && touched.some(path => path !== null && under(clauses, other.path).has(path))
  }
  const found = signed.find(one => one.effectiveOn >= on && one.changes.some(meets))
  if (!found) return null
  const cite = citeClause(change.kind === 'add' ? (change.parent ?? change.path) : change.path)
  return { code: 'programmes.amendment-conflict', data: { cite, number: found.number, date: found.effectiveOn } }
}

/** Another amendment has changed what this one rests on: it must be proposed anew. `now` is the same content settled on the text of today. */
export function whyNotBase(kept: readonly Change[], now: readonly Change[]): WhyNot {
  const moved = kept.find((change, at) => {
    const fresh = now[at]
    if (!fresh || fresh.path !== change.path) return true
    return change.kind !== 'add' && fresh.kind !== 'add' && fresh.before !== change.before
  })
  return moved ? about('amendment-base-moved', moved.path) : null
}
