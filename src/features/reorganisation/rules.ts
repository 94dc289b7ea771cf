import { addDays } from '../../kernel/dates.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { whyNotPermitted } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Passing } from '../programmes/index.ts'
import { type Content, heirsIn } from './content.ts'
import { ANSWER, type ReorganisationState } from './contract.ts'
import { type Drafted, type Ground, no } from './ground.ts'
import { whyNotHeirs, whyNotShared } from './share-rules.ts'

/** Each kind holds what it says, nothing else. */
function whyNotOfKind({ kind, content: { endings, renamings, movings }, passings, shares }: Drafted): WhyNot {
  const heirs = new Set(endings.flatMap(one => heirsIn(one, shares))).size
  const fits = {
    merge: endings.length > 0 && heirs === 1 && movings.length === 0,
    split: endings.length > 0 && movings.length === 0,
    rename: renamings.length > 0 && endings.length === 0 && movings.length === 0 && passings.length === 0,
    move: movings.length > 0 && endings.length === 0 && passings.length === 0,
    'change-kind': movings.length > 0 && endings.length === 0 && passings.length === 0,
    'abolish-level': endings.length + passings.length > 0,
  }[kind]
  return fits ? null : no('not-of-kind')
}

/** Null where the event can stand; checked when it is drafted and again on its day, since others may have been applied between. */
export const whyNotReorganise = (drafted: Drafted, ground: Ground): WhyNot =>
  whyNotOfKind(drafted) ?? whyNotHeirs(drafted, ground) ?? whyNotStand(drafted, ground)

/** The same as somebody concerned sees it, who may not know of every duty and piece that passes: kind and heirs are held to all of them. */
export function whyNotStand(drafted: Drafted, ground: Ground): WhyNot {
  return (
    whyNotTwice(drafted.content, ground) ??
    whyNotOn(drafted, ground) ??
    whyNotFollowed(drafted, ground) ??
    whyNotShared(drafted, ground) ??
    whyNotUnits(drafted, ground) ??
    whyNotPass(drafted, ground) ??
    whyNotUnder(drafted.content, ground)
  )
}

/** A body ends once and goes to one heir; who says two has to choose. */
function whyNotTwice({ endings, renamings, movings }: Content, { bodies, line }: Ground): WhyNot {
  for (const list of [endings, renamings, movings]) {
    const ids = list.map(one => one.bodyId)
    const twice = ids.find((id, at) => ids.indexOf(id) !== at)
    if (twice) return no('two-heirs', bodies.get(twice))
  }
  const over = endings.find(one => line.some(past => past.bodyId === one.bodyId))
  return over ? no('over-already', bodies.get(over.bodyId)) : null
}

/** Nothing is recorded behind the back of what happened later to the same body. */
function whyNotOn({ effectiveOn, content: { endings, renamings, movings }, shares }: Drafted, { bodies, line }: Ground): WhyNot {
  const changed = [
    ...endings.flatMap(one => [one.bodyId, ...heirsIn(one, shares)]),
    ...[...renamings, ...movings].map(one => one.bodyId),
  ]
  const parents = movings.flatMap(one => one.parentBody ?? [])
  for (const id of [...changed, ...parents]) {
    const body = bodies.get(id)
    if (!body) return { code: 'not-found', data: { what: 'body' } }
    // What ends by this very event may have its last day entered already.
    const last = endings.some(one => one.bodyId === id) ? addDays(effectiveOn, -1) : effectiveOn
    if (body.validTo !== null && body.validTo < last) return no('body-over', body, { on: body.validTo })
    if (body.validFrom !== null && body.validFrom > last) return no('body-later', body, { on: body.validFrom })
  }
  for (const id of changed) {
    const body = bodies.get(id)!
    const events = line.flatMap(one => (one.bodyId === id || one.heirId === id ? [one.from] : []))
    const later = [...events, ...(body.namedFrom ? [body.namedFrom] : [])].toSorted().at(-1)
    if (later !== undefined && later > effectiveOn) return no('before-later-event', body, { on: later })
  }
  const named = renamings.map(one => bodies.get(one.bodyId)!).find(body => body.namedFrom === effectiveOn)
  return named ? no('named-that-day', named, { on: effectiveOn }) : null
}

/** Whoever follows goes on itself: what is held ends nowhere and goes round in no circle. */
function whyNotFollowed({ content: { endings }, shares }: Drafted, { bodies, line }: Ground): WhyNot {
  const next = new Map([...line, ...endings].map(one => [one.bodyId, one.heirId]))
  for (const { bodyId, heirId } of endings) {
    if (bodyId === heirId) return no('own-heir', bodies.get(bodyId))
    const seen = new Set([bodyId])
    for (let at: string | undefined = heirId; at !== undefined; at = next.get(at)) {
      if (seen.has(at)) return no('circle', bodies.get(bodyId))
      seen.add(at)
    }
    if (endings.some(one => one.bodyId === heirId)) return no('heir-ends', bodies.get(heirId))
  }
  for (const { bodyId, heirId } of shares) {
    if (bodyId === heirId) return no('own-heir', bodies.get(bodyId))
    if (endings.some(one => one.bodyId === heirId)) return no('heir-ends', bodies.get(heirId))
  }
  return null
}

/** Work passes from a unit of the body that ends to one of its heir, once. */
function whyNotUnits({ content: { endings }, shares }: Drafted, { bodies, units }: Ground): WhyNot {
  for (const ending of endings) {
    const { bodyId, units: passing } = ending
    const heirs = heirsIn(ending, shares)
    const astray = passing.some(one => units.get(one.unitId) !== bodyId || !heirs.includes(units.get(one.heirId) ?? ''))
    const once = new Set(passing.map(one => one.unitId)).size === passing.length
    if (astray || !once) return no('unit-astray', bodies.get(bodyId))
  }
  return null
}

/** Duties of a name pass once, to a body that goes on. */
function whyNotPass({ effectiveOn, content: { endings }, passings }: Drafted, { bodies }: Ground): WhyNot {
  const keys = passings.map(one => `${one.programmeId} ${one.name}`)
  const twice = passings.find((_, at) => keys.indexOf(keys[at]!) !== at)
  if (twice) return no('passed-twice', undefined, { name: twice.name })
  for (const { heirId } of passings) {
    if (heirId === null) continue
    const heir = bodies.get(heirId)
    if (!heir) return { code: 'not-found', data: { what: 'body' } }
    if (heir.validTo !== null && heir.validTo < effectiveOn) return no('body-over', heir, { on: heir.validTo })
    if (endings.some(one => one.bodyId === heirId)) return no('heir-ends', heir)
  }
  return null
}

/** Only what a text gives to a name can be passed on; `printed`: the names in the duties of each programme. */
export function whyNotPrinted(passings: readonly Passing[], printed: ReadonlyMap<string, readonly string[]>): WhyNot {
  const astray = passings.find(one => !printed.get(one.programmeId)?.includes(one.name))
  return astray ? no('not-printed', undefined, { name: astray.name }) : null
}

/** No body stands under itself, nor under one that ends. */
function whyNotUnder({ endings, movings }: Content, { bodies }: Ground): WhyNot {
  const parents = new Map([...bodies].map(([id, body]) => [id, body.parentBody]))
  for (const one of movings) parents.set(one.bodyId, one.parentBody)
  const astray = movings.find(one => endings.some(ending => ending.bodyId === one.parentBody))
  if (astray) return no('parent-ends', bodies.get(astray.bodyId))
  const placed = new Set(movings.map(one => one.bodyId))
  for (const { bodyId, heirId } of endings)
    for (const [id, parent] of parents)
      if (parent === bodyId) {
        parents.set(id, id === heirId ? (parents.get(bodyId) ?? null) : heirId)
        placed.add(id)
      }
  for (const bodyId of placed) {
    const seen = new Set([bodyId])
    for (let at = parents.get(bodyId); at; at = parents.get(at)) {
      if (seen.has(at)) return no('parent-circle', bodies.get(bodyId))
      seen.add(at)
    }
  }
  return null
}

type Standing = { state: ReorganisationState; concerned: readonly string[]; agreed: readonly string[] }

/** Once for each body concerned, by whoever answers for it; also by one that has people only since the others agreed. */
export function whyNotAgree(acting: Acting, { state, concerned, agreed }: Standing): WhyNot {
  const code = whyNotPermitted(ANSWER, acting)
  if (code) return { code }
  if (typeof acting === 'string' || !concerned.includes(acting.bodyId)) return { code: 'not-permitted' }
  if (state !== 'draft' && state !== 'agreed') return no('not-open')
  return agreed.includes(acting.bodyId) ? no('agreed-already') : null
}

/** Null where everybody concerned on the day could agree; somebody who took a duty over meanwhile does not even see the event. */
export function whyNotAsked(
  { concerned }: Pick<Standing, 'concerned'>,
  sides: readonly { id: string; hasAccounts: boolean }[],
): WhyNot {
  return sides.some(body => body.hasAccounts && !concerned.includes(body.id)) ? no('others-concerned') : null
}

/** Any body concerned lets it fall until it is applied. */
export function whyNotWithdraw(acting: Acting, { state, concerned }: Standing): WhyNot {
  const code = whyNotPermitted(ANSWER, acting)
  if (code) return { code }
  if (typeof acting === 'string' || !concerned.includes(acting.bodyId)) return { code: 'not-permitted' }
  return state === 'draft' || state === 'agreed' ? null : no('not-open')
}

/** Who drafts is concerned. */
export function whyNotDraft(acting: Acting, concerned: readonly string[]): WhyNot {
  const code = whyNotPermitted(ANSWER, acting)
  if (code) return { code }
  return typeof acting !== 'string' && !concerned.includes(acting.bodyId) ? no('not-concerned') : null
}

/** Bodies that have people agree themselves; in one that has nobody there is nobody to ask. */
export const isAgreed = (concerned: readonly { id: string; hasAccounts: boolean }[], agreed: readonly string[]): boolean =>
  concerned.every(body => !body.hasAccounts || agreed.includes(body.id))
