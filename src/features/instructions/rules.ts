import { type Acting, personOf, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Instruction } from '../programmes/index.ts'

/** Whoever works on what was laid before the leader says that it is done. */
export const WORK = { roles: workers, reach: 'own' } as const

const whyNotWork = (acting: Acting): WhyNot => {
  const code = whyNotPermitted(WORK, acting)
  return code && { code }
}

export const whyNotSettle = (acting: Acting, { doneAt }: Pick<Instruction, 'doneAt'>): WhyNot =>
  doneAt ? { code: 'instructions.done-already' } : whyNotWork(acting)

export const whyNotReopen = (acting: Acting, { doneAt }: Pick<Instruction, 'doneAt'>): WhyNot =>
  doneAt ? whyNotWork(acting) : { code: 'instructions.not-done' }

/** Whoever said it, until somebody has carried it out. */
export function whyNotTakeBack(acting: Acting, { givenBy, doneAt }: Pick<Instruction, 'givenBy' | 'doneAt'>): WhyNot {
  if (personOf(acting).accountId !== givenBy) return { code: 'not-permitted' }
  return doneAt ? { code: 'instructions.done-already' } : null
}
