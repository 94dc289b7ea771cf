import { daysBetween, printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { PetitionState, StepKind } from '../contract.ts'

/** "25/11/2026 · quá 12 ngày" */
export const dueText = (dueOn: string | null, today: string): string => {
  if (dueOn === null) return ''
  const late = daysBetween(dueOn, today)
  return late > 0 ? `${printDate(dueOn)} · ${t('petitions.days-late', { days: late })}` : printDate(dueOn)
}

/** What a step has made of a petition, in the word of its state. */
const DONE: Record<StepKind, PetitionState> = {
  forward: 'forwarded',
  acknowledge: 'acknowledged',
  answer: 'answered',
  check: 'settled',
  urge: 'urged',
  return: 'returned',
  'route-out': 'routed-out',
}
export const doneName = (kind: StepKind, settled: boolean | null): string =>
  t(kind === 'check' && !settled ? 'state.not-settled' : `state.${DONE[kind]}`)

export const stepName = (kind: StepKind): string => t(`petitions.step-${kind}`)
