import type { Outgoing } from '../programmes/index.ts'
import { draftsDigest, draftsOf, type Proposal } from './proposals.ts'
import { type ItemRow, type PlanRow, planDigest } from './store.ts'

/** Null where nothing of ours waits to go out. */
export function outgoingOf(
  plan: PlanRow,
  {
    items,
    proposals,
    bodyId,
    agreedByUs,
  }: { items: readonly ItemRow[]; proposals: readonly Proposal[]; bodyId: string; agreedByUs: boolean },
): Outgoing | null {
  if (plan.state === 'private') return { step: 'share', digest: planDigest(plan, items) }
  const drafts = draftsOf(proposals, bodyId)
  if (drafts.length > 0) return { step: 'proposals', digest: draftsDigest(drafts) }
  return plan.state === 'draft' && !agreedByUs ? { step: 'agree', digest: planDigest(plan, items) } : null
}
