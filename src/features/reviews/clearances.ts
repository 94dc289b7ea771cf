import type { ReadDb } from '../../engine/db/database.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { type Clearance, clearancesOf, isCleared, isWaiting, type Outgoing } from '../programmes/index.ts'
import { agreementsOf, compileLive } from './freezing.ts'
import { whyNotAgreeable } from './rules.ts'
import type { Review } from './store.ts'

/** What a side lays before its leader: its own draft, to be shared, or a proposed report, to be frozen. Null where nothing waits for it. */
function outgoingOf(
  review: Review,
  { bodyId, digest, agreed }: { bodyId: string; digest: string; agreed: boolean },
): Outgoing | null {
  if (review.state === 'draft') return review.ownerBody === bodyId ? { step: 'propose', digest } : null
  return whyNotAgreeable(review, agreed) === null ? { step: 'freeze', digest } : null
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
