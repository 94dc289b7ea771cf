import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import type { Choice, Decision } from './contract.ts'

export const WORK = { roles: workers, reach: 'party' } as const

/** Officers and leaders of each party decide for their own side. */
export function whyNotDecide(acting: Acting): WhyNot {
  const code = whyNotPermitted(WORK, acting)
  return code ? { code } : null
}

/** New words belong to a change, and to nothing else. */
export function whyNotSaid({ choice, text }: { choice: Choice | null; text?: string | undefined }): WhyNot {
  if (choice === 'change' && !text) return { code: 'renewal.text-missing' }
  return choice !== 'change' && text ? { code: 'renewal.text-unasked' } : null
}

export type Settled = { choice: Choice; text: string | null }

/** What every party wants alike, the new words too; null while one is silent or wants something else. */
export function agreedOf(decisions: readonly Decision[], parties: readonly { bodyId: string }[]): Settled | null {
  const all = parties.map(({ bodyId }) => decisions.find(one => one.bodyId === bodyId))
  const [first] = all
  if (!first) return null
  const same = all.every(one => one?.choice === first.choice && tidy(one.text ?? '') === tidy(first.text ?? ''))
  return same ? { choice: first.choice, text: first.text } : null
}

/** A period begins after nothing and has an end; a draft needs at least one clause that stays. */
export function whyNotPeriod({ from, to }: { from: number; to: number }, ending: { to: number }): WhyNot {
  if (from > to) return { code: 'programmes.period-backwards' }
  return from <= ending.to ? { code: 'renewal.period-overlaps', data: { year: ending.to } } : null
}

/** Nothing open, and something left. */
export function whyNotDraft(lines: readonly { agreed: Settled | null }[]): WhyNot {
  const open = lines.filter(line => line.agreed === null).length
  if (open > 0) return { code: 'renewal.lines-open', data: { count: open } }
  return lines.every(line => line.agreed?.choice === 'drop') ? { code: 'renewal.nothing-left' } : null
}
