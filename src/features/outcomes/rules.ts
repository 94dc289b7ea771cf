import { type IsoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { suppress } from '../../kernel/suppress.ts'
import type { OutcomeFigure } from './contract.ts'
import { type OutcomeKey, outcomeOf } from './indicators.ts'

export const WORK = { roles: workers, reach: 'party' } as const

export type Held = { bodyId: string; removed: boolean }

/** Only the body that entered a report puts it right. */
export function whyNotOwn(acting: Acting, { bodyId }: Held): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== bodyId)) return { code: 'outcomes.not-yours' }
  const code = whyNotPermitted(WORK, acting)
  return code ? { code } : null
}
export const whyNotChange = (acting: Acting, held: Held): WhyNot =>
  whyNotOwn(acting, held) ?? (held.removed ? { code: 'outcomes.removed' } : null)
export const whyNotRestore = (acting: Acting, held: Held): WhyNot =>
  whyNotOwn(acting, held) ?? (held.removed ? null : { code: 'outcomes.not-removed' })

type Reported = { indicator: OutcomeKey; year: number; issuedOn: IsoDate; figures: readonly OutcomeFigure[] }

/** A report exists, tells of a year that has begun, counts whole numbers, and tells each commune once. */
export function whyNotReported({ indicator, year, issuedOn, figures }: Reported, today: IsoDate): WhyNot {
  if (issuedOn > today) return { code: 'outcomes.not-yet', data: { today } }
  if (yearOf(issuedOn) < year) return { code: 'outcomes.before-year', data: { year } }
  const { measure } = outcomeOf(indicator)
  if (measure === 'count' && figures.some(({ value }) => !Number.isInteger(value))) return { code: 'outcomes.whole-numbers' }
  if (measure === 'share' && figures.some(({ value }) => value > 100)) return { code: 'outcomes.above-all' }
  return new Set(figures.map(one => one.communeId)).size < figures.length ? { code: 'outcomes.commune-twice' } : null
}

export type Told = { cells: { communeId: string; told: number | null }[]; total: number | null }
/** An earlier telling of the same indicator and year: another version, or the report of another party. */
export type Earlier = Told & { own: boolean }

/**
 * What may be told beyond those who handle the report: counts under five are hidden, with so many others that none can be reckoned
 * back from the total; a share is told as it is and has no total. Nor is one reckoned back from two tellings: what was hidden once
 * stays hidden, and the total is told beside something hidden only where it was told before beside the same.
 */
export function toldOf(indicator: OutcomeKey, figures: readonly OutcomeFigure[], earlier: readonly Earlier[] = []): Told {
  const cells = (hidden: (at: number) => boolean) =>
    figures.map(({ communeId, value }, at) => ({ communeId, told: hidden(at) ? null : value }))
  if (outcomeOf(indicator).measure === 'share') return { cells: cells(() => false), total: null }
  const before = new Set(earlier.flatMap(hiddenIn))
  const { rows, totalHidden } = suppress(figures, ({ value }) => [value])
  const isHidden = (at: number) => rows[at]!.hidden || before.has(figures[at]!.communeId)
  const told = cells(isHidden)
  const total = figures.reduce((sum, { value }) => sum + value, 0)
  const hidden = hiddenIn({ cells: told })
  const first = earlier.length === 0 || earlier.some(one => one.own && one.total !== null && sameSet(hiddenIn(one), hidden))
  const safe = hidden.length === 0 || (first && !totalHidden)
  return { cells: told, total: safe ? total : null }
}

const hiddenIn = ({ cells }: Pick<Told, 'cells'>): string[] =>
  cells.filter(({ told }) => told === null).map(({ communeId }) => communeId)
const sameSet = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every(one => others.includes(one))
