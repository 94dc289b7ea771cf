import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { How, LinkInput } from './contract.ts'

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

/** A clause is left out or carried out, never both. */
export function whyNotBoth(links: readonly { parentPath: string; how: How | null }[]): WhyNot {
  const leftOut = new Set(links.filter(link => link.how === 'left-out').map(link => link.parentPath))
  const both = links.some(({ parentPath, how }) => how !== null && how !== 'left-out' && leftOut.has(parentPath))
  return both ? { code: 'cascade.left-out-and-linked' } : null
}
