import type { IsoDate } from '../../../kernel/dates.ts'
import { deciders, workers } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { tidy } from '../../../kernel/vietnamese.ts'
import type { Adopted, Cell, TemplateClause } from './contract.ts'

export const WRITE = { roles: workers, reach: 'own' } as const
/** What leaves the house leaves by who decides. */
export const DECIDE = { roles: deciders, reach: 'own', act: 'sign' } as const

/** Each clause stays within the bounds that the level above has set. */
export function whyNotWithin(clauses: readonly TemplateClause[], lines: readonly Adopted[]): WhyNot {
  const known = new Map(clauses.map(clause => [clause.key, clause]))
  if (lines.some(line => !known.has(line.key)) || new Set(lines.map(line => line.key)).size < lines.length)
    return { code: 'cascade.clause-unknown' }
  const said = new Map(lines.map(line => [line.key, line]))
  for (const [at, { key, text, bound, least, unit }] of clauses.entries()) {
    const line = said.get(key)
    const data = { clause: at + 1 }
    if (!line || line.text === null) {
      if (bound !== 'optional') return { code: 'cascade.must-stay', data }
      continue
    }
    if (bound === 'fixed' && tidy(line.text) !== tidy(text)) return { code: 'cascade.fixed', data }
    if (least !== null && (line.promised ?? 0) < least) return { code: 'cascade.below-least', data: { ...data, least, unit } }
  }
  return null
}

type Unit = { openedOn: IsoDate | null; signedOn: IsoDate | null; adopted: readonly string[] | null }
/** What a unit has reported of a clause so far, and whether figures were asked whose day is past. */
type Reported = { value: number; overdue: boolean }

/** Where a unit stands with a clause. Silent is who has signed and reports nothing though it was asked. */
export function cellOf(unit: Unit | null, key: string, { value, overdue }: Reported): Cell {
  if (!unit) return 'not-sent'
  if (!unit.signedOn) return unit.openedOn ? 'adapting' : 'sent'
  if (!unit.adopted?.includes(key)) return 'left-out'
  if (value > 0) return 'carrying-out'
  return overdue ? 'silent' : 'signed'
}

/** Figures are of clauses that the unit has adopted, each once, and of all of them. */
export function whyNotReported(adopted: readonly string[] | null, figures: readonly { key: string }[]): WhyNot {
  if (!adopted) return { code: 'cascade.sign-first' }
  const told = new Set(figures.map(one => one.key))
  if (told.size < figures.length || figures.some(one => !adopted.includes(one.key))) return { code: 'cascade.clause-unknown' }
  return adopted.every(key => told.has(key)) ? null : { code: 'cascade.figure-missing' }
}

type HalfYear = { year: number; half: number; lockedOn: IsoDate | null }
/** A half-year is opened again while none after it is closed: what was closed later stands on it. */
export function whyNotUnlock(ask: HalfYear, all: readonly HalfYear[]): WhyNot {
  if (!ask.lockedOn) return { code: 'cascade.not-locked' }
  const place = (one: HalfYear) => 2 * one.year + one.half
  const after = all.filter(one => one.lockedOn && place(one) > place(ask)).toSorted((a, b) => place(b) - place(a))[0]
  return after ? { code: 'cascade.later-locked', data: { half: after.half, year: after.year } } : null
}

export const whyNotAnswer = (ask: { lockedOn: IsoDate | null }, state: string | null): WhyNot =>
  ask.lockedOn || state === 'locked' ? { code: 'cascade.locked' } : state === 'sent' ? { code: 'cascade.answered-already' } : null
