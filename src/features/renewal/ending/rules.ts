import type { IsoDate } from '../../../kernel/dates.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { type Acting, deciders, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import type { EndingState, LineInput } from './contract.ts'

export const PROPOSE = { roles: workers, reach: 'party' } as const
export const DECIDE = { roles: deciders, reach: 'party', act: 'agree' } as const

const no = (code: string, data = {}): WhyNot => ({ code: `renewal.${code}`, data })
const may = (permission: typeof PROPOSE | typeof DECIDE, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}

export type StandingProgramme = {
  id: string
  effectiveFrom: IsoDate
  periodTo: number
  endedOn: IsoDate | null
  /** The latest day on which an amendment of it, or another programme that goes on in it, takes effect. */
  changedOn: IsoDate | null
}
export type Proposed = {
  effectiveOn: IsoDate
  paperDate: IsoDate
  programme: StandingProgramme & { /** The last day of its activities. */ workedOn: IsoDate | null }
  into: StandingProgramme | null
}

/** Whether a programme can end on that day, or go on in another from it. Nothing is recorded behind the back of what came later. */
export function whyNotEnd({ effectiveOn, paperDate, programme, into }: Proposed): WhyNot {
  if (into?.id === programme.id) return no('ends-in-itself')
  if (paperDate > effectiveOn) return no('ends-before-paper', { on: paperDate })
  if (programme.endedOn !== null) return no('ended-already', { on: programme.endedOn })
  if (effectiveOn <= programme.effectiveFrom) return no('ends-before-begin', { on: programme.effectiveFrom })
  if (yearOf(effectiveOn) > programme.periodTo) return no('ends-by-itself', { year: programme.periodTo })
  if (programme.workedOn !== null && programme.workedOn >= effectiveOn) return no('worked-later', { on: programme.workedOn })
  const later = [programme.changedOn, into?.changedOn ?? null].find(day => day !== null && day > effectiveOn)
  if (later) return no('changed-later', { on: later })
  return into && !standsOn(into, effectiveOn) ? no('into-not-standing') : null
}

const standsOn = ({ effectiveFrom, periodTo, endedOn }: StandingProgramme, day: IsoDate): boolean =>
  effectiveFrom <= day && yearOf(day) <= periodTo && (endedOn === null || endedOn > day)

/** Of each clause that holds a duty is said once what becomes of it; of a programme that ends, nothing. */
export function whyNotLines(
  lines: readonly LineInput[],
  { duties, into }: { duties: readonly string[]; into: readonly string[] | null },
): WhyNot {
  if (into === null) return lines.length > 0 ? no('lines-unasked') : null
  const said = lines.map(line => line.path)
  const twice = said.find((path, at) => said.indexOf(path) !== at)
  if (twice) return no('line-twice', { path: twice })
  if (said.some(path => !duties.includes(path))) return { code: 'not-found', data: { what: 'clause' } }
  const open = duties.filter(path => !said.includes(path)).length
  if (open > 0) return no('lines-missing', { count: open })
  const astray = lines.some(line => line.choice === 'same' && !into.includes(line.into))
  return astray ? { code: 'not-found', data: { what: 'clause' } } : null
}

type Standing = { state: EndingState; failure?: string | null; sides: readonly { bodyId: string; agreed: boolean }[] }

export const whyNotPropose = (acting: Acting): WhyNot => may(PROPOSE, acting)

/** Once for each body that sits in the seat of a party; `holder` is that of who asks. */
export function whyNotAgree(acting: Acting, { state, sides }: Standing, holder: string | null): WhyNot {
  const role = may(DECIDE, acting)
  if (role) return role
  const own = sides.find(side => side.bodyId === holder)
  if (!own) return { code: 'not-permitted' }
  if (state !== 'proposed') return no('ending-closed')
  return own.agreed ? { code: 'agreement.given' } : null
}

/** Any side lets it fall until all have agreed, and afterwards where its day came and it could not be carried out. */
export function whyNotWithdraw(acting: Acting, { state, failure, sides }: Standing, holder: string | null): WhyNot {
  const role = may(DECIDE, acting)
  if (role) return role
  if (!sides.some(side => side.bodyId === holder)) return { code: 'not-permitted' }
  return state === 'proposed' || (state === 'agreed' && failure) ? null : no('ending-closed')
}

/** Bodies that have people agree themselves; for one that has nobody the signed paper stands. */
export const isAgreed = (sides: readonly { people: boolean; agreed: boolean }[]): boolean =>
  sides.every(side => !side.people || side.agreed)
