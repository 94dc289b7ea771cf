import { type Acting, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { CLERK } from '../rules.ts'
import type { ReadingState } from './contract.ts'

type Held = {
  bodyId: string
  /** Null: it bore a mark of secrecy and was taken out. */
  fileId: string | null
  state: ReadingState
  pages: number | null
  registered: boolean
  discarded: boolean
}

function whyNotClerk(acting: Acting, { bodyId }: Held): WhyNot {
  const code = whyNotPermitted(CLERK, acting)
  if (code) return { code }
  return typeof acting !== 'string' && acting.bodyId === bodyId ? null : { code: 'papers.not-yours' }
}

const whyNotKept = ({ discarded }: Held): WhyNot => (discarded ? { code: 'papers.file-discarded' } : null)

/** Only a scan takes so long that it can be stopped. */
export const whyNotStop = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ?? (held.state === 'reading' && held.pages !== null ? null : { code: 'papers.no-reading' })

export const whyNotResume = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ?? whyNotKept(held) ?? (held.state === 'stopped' ? null : { code: 'papers.no-reading' })

export const whyNotReadAgain = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ??
  whyNotKept(held) ??
  (held.state === 'failed' && held.fileId !== null ? null : { code: 'papers.not-failed' })

/** What is entered in the register stays in it. */
export const whyNotDiscard = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ??
  whyNotKept(held) ??
  (held.fileId === null || held.registered ? { code: 'papers.file-registered' } : null)

export const whyNotTakeBack = (acting: Acting, held: Held): WhyNot =>
  whyNotClerk(acting, held) ?? (held.discarded && held.fileId !== null ? null : { code: 'papers.file-not-discarded' })
