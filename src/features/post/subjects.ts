import type { ReadDb } from '../../engine/db/database.ts'
import { getPackage } from '../exchange/index.ts'
import { getPlan, postableOf } from '../plans/index.ts'
import type { PaperSubject, PaperSubjectKind } from '../programmes/index.ts'
import { compileLive, getReview } from '../reviews/index.ts'
import type { Step } from './contract.ts'

/** Something that goes to a party by post, as it stands now. `outgoing` gives the digests of what can be sent to a body. */
export type Postable = PaperSubject & { outgoing: (bodyId: string) => Promise<Record<Step, string | null>> }

/** The plan, package or review within rights; refuses 'not-found'. */
export async function getPostable(db: ReadDb, kind: PaperSubjectKind, id: string): Promise<Postable> {
  if (kind === 'plan') {
    const plan = await getPlan(db, id)
    return { kind, id, programmeId: plan.programmeId, outgoing: bodyId => postableOf(db, plan, bodyId) }
  }
  if (kind === 'package') {
    const found = await getPackage(db, id)
    const whole = (bodyId: string) => (found.to === bodyId && found.state !== 'draft' ? found.digest : null)
    return { kind, id, programmeId: found.programmeId, outgoing: async bodyId => ({ whole: whole(bodyId), lines: null }) }
  }
  const review = await getReview(db, id)
  const whole = async () => {
    if (review.state === 'draft') return null
    return review.digest ?? (await compileLive(db, review)).digest
  }
  return { kind, id, programmeId: review.programmeId, outgoing: async () => ({ whole: await whole(), lines: null }) }
}
