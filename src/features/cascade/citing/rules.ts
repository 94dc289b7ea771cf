import { type Acting, deciders, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'

/** What leaves the programme for all below leaves by who decides. */
export const OPEN = { roles: deciders, reach: 'party', act: 'agree' } as const

export function whyNotOpen(acting: Acting, opened: boolean): WhyNot {
  const code = whyNotPermitted(OPEN, acting)
  if (code) return { code }
  return opened ? { code: 'cascade.opened-already' } : null
}

type Cited = {
  source: string
  programmeId: string /** Programmes above the cited one, as far as is known. */
  above: readonly string[]
}

/** A programme does not carry out itself, nor one that carries it out. */
export function whyNotCite({ source, programmeId, above }: Cited): WhyNot {
  return source === programmeId || above.includes(programmeId) ? { code: 'cascade.circle' } : null
}
