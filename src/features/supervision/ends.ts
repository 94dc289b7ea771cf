import type { IsoDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { StepKind, SupervisionState } from './contract.ts'

/** What a remedy or a second look says of a finding. */
export type Outcome = 'repaired' | 'explained' | 'not-repaired' | 'right' | 'not-right'
/** Where a finding stands that asked for something: what was said of it, and what was found there the second time. */
export type End = {
  outcome: 'repaired' | 'explained' | 'not-repaired' | null
  on: IsoDate | null
  seen: { right: boolean; on: IsoDate } | null
}
/** A step that tells of findings. */
export type EndingStep = { kind: 'remedy' | 'see-again'; outcome: Outcome; day: IsoDate }

export const OPEN: End = { outcome: null, on: null, seen: null }

export const isEnding = (kind: StepKind): kind is EndingStep['kind'] => kind === 'remedy' || kind === 'see-again'

export const endAfter = (end: End, { kind, outcome, day }: EndingStep): End =>
  kind === 'remedy'
    ? { outcome: outcome as End['outcome'], on: day, seen: null }
    : { ...end, seen: { right: outcome === 'right', on: day } }

/** It waits for a remedy: nothing was said yet, it was not repaired, or what was said was not found there. */
const isOpen = ({ outcome, seen }: End): boolean =>
  outcome === null || outcome === 'not-repaired' || (seen !== null && !seen.right)
/** It waits to be seen again. */
export const isUnseen = (end: End): boolean => !isOpen(end) && end.seen === null

/** Whether a step may tell of a finding that stands so. */
export const waitsFor = (kind: EndingStep['kind'], end: End): boolean => (kind === 'remedy' ? isOpen(end) : isUnseen(end))

/** Where a supervision stands by the ends of its findings: with the answer until each is repaired or explained, then until each was seen. */
export function stateOfEnds(ends: readonly End[]): SupervisionState {
  if (ends.some(isOpen)) return 'answered'
  if (!ends.some(isUnseen)) return 'seen-again'
  return ends.every(one => one.outcome === 'explained') ? 'explained' : 'repaired'
}

/** A step tells of findings of the supervision, each of which waits for it. */
export function whyNotFindings(kind: EndingStep['kind'], chosen: readonly string[], ends: ReadonlyMap<string, End>): WhyNot {
  if (chosen.length === 0) return { code: `supervision.none-waits-${kind}` }
  const waits = (id: string) => ends.has(id) && waitsFor(kind, ends.get(id)!)
  return chosen.every(waits) ? null : { code: `supervision.not-waiting-${kind}` }
}
