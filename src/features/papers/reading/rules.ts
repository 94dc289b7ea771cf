import { type Acting, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { CLERK } from '../rules.ts'
import type { ReadingState } from './contract.ts'

type Held = { bodyId: string; state: ReadingState; pages: number | null }

function whyNotClerk(acting: Acting, { bodyId }: Held): WhyNot {
  const code = whyNotPermitted(CLERK, acting)
  if (code) return { code }
  return typeof acting !== 'string' && acting.bodyId === bodyId ? null : { code: 'papers.not-yours' }
}

/** Only a scan takes so long that it can be stopped. */
export const whyNotStop = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ?? (held.state === 'reading' && held.pages !== null ? null : { code: 'papers.no-reading' })

export const whyNotResume = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ?? (held.state === 'stopped' ? null : { code: 'papers.no-reading' })
