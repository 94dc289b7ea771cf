import type { WhyNot } from '../../../kernel/refusal.ts'
import { findElement } from './contract.ts'

/** What serves an element lies in a year in which the money of its cycle is spent. */
export function whyNotElement(key: string, year: number | null): WhyNot {
  const found = findElement(key)
  if (!found) return { code: 'not-found', data: { what: 'element' } }
  const { from, to } = found.cycle
  return year !== null && (year < from || year > to) ? { code: 'programmes.other-cycle', data: { from, to } } : null
}
