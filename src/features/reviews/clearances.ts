import type { ReadDb } from '../../engine/db/database.ts'
import type { Acting, Actor } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { type Clearance, clearancesOf, isCleared, isWaiting, type Outgoing, whyNotDecider } from '../programmes/index.ts'
import { agreementsOf, compileLive } from './freezing.ts'
import { whyNotAgreeable, whyNotTakeBack } from './rules.ts'
import type { Review } from './store.ts'

/** What a side lays before its leader: its own draft, to be shared, or a proposed report, to be frozen. Null where nothing waits for it. */
function outgoingOf(
  review: Review,
  { bodyId, digest, agreed }: { bodyId: string; digest: string; agreed: boolean },
): Outgoing | null {
  if (review.state === 'draft') return review.ownerBody === bodyId ? { step: 'propose', digest } : null
  return whyNotAgreeable(review, agreed) === null ? { step: 'freeze', digest } : null
}

/** Only whoever cleared a draft takes that back, while nothing is frozen and what went out by it can still be taken back. */
export function whyNotWithdrawClearing(acting: Acting, review: Review, clearance: Clearance | undefined): WhyNot {
  if (clearance?.state !== 'cleared' || clearance.kind !== 'review' || clearance.step !== 'propose')
    return { code: 'clearance.not-cleared' }
  if (review.state === 'frozen') return { code: 'reviews.frozen' }
  const refused = whyNotDecider(acting, clearance)
  if (refused) return refused
  if (typeof acting === 'string' || acting.accountId !== clearance.decidedBy) return { code: 'clearance.not-yours' }
  return review.state === 'proposed' ? whyNotTakeBack(acting, review) : null
}

/** Where a report stands inside a side. */
export type Laid = { outgoing: Outgoing | null; clearances: Clearance[]; submitted: boolean; cleared: boolean }

export async function laid(db: ReadDb, review: Review, now: { bodyId: string; digest: string; agreed: boolean }): Promise<Laid> {
  const outgoing = outgoingOf(review, now)
  const clearances = await clearancesOf(db, now.bodyId, 'review', review.id)
  const submitted = clearances.some(one => isWaiting(one) && one.digest === outgoing?.digest && one.step === outgoing.step)
  return { outgoing, clearances, submitted, cleared: outgoing !== null && isCleared(clearances, outgoing) }
}

export async function laidBefore(db: ReadDb, { bodyId }: Actor, review: Review): Promise<Laid> {
  const { digest } = await compileLive(db, review)
  const agreed = (await agreementsOf(db, review)).some(one => one.bodyId === bodyId && one.digest === digest)
  return laid(db, review, { bodyId, digest, agreed })
}
