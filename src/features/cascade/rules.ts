import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { LinkInput } from './contract.ts'

export const WORK = { roles: workers, reach: 'party' } as const

export function whyNotWork(acting: Acting): WhyNot {
  const code = whyNotPermitted(WORK, acting)
  return code ? { code } : null
}

/** What is left out says why; anything else names the clause that carries it out. */
export function whyNotLinked({ how, childPath, reason }: Pick<LinkInput, 'how' | 'childPath' | 'reason'>): WhyNot {
  if (how === null) return null
  if (how === 'left-out') {
    if (childPath !== null) return { code: 'cascade.left-out-and-linked' }
    return reason ? null : { code: 'cascade.reason-missing' }
  }
  return childPath === null ? { code: 'cascade.clause-missing' } : null
}
