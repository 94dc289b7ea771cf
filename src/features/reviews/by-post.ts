import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { type PostalFeature, recordAgreement, withdrawByPaper } from '../programmes/index.ts'
import { compileLive, subjectOf } from './freezing.ts'
import { whyNotAgreeable } from './rules.ts'
import { changeReview, getReview, lockReview } from './store.ts'

/** A report goes to a party by post once it is proposed. A frozen one keeps its bytes; that a paper of it is contested stands beside it. */
export const reviewByPost: PostalFeature = {
  find: async (db, id) => {
    const review = await getReview(db, id)
    const whole = async () => (review.state === 'draft' ? null : (review.digest ?? (await compileLive(db, review)).digest))
    return { programmeId: review.programmeId, outgoing: async () => ({ whole: await whole(), lines: null }) }
  },
  agree: async (context, { id, digest: sent }, onPaper) => {
    const { tx, now } = context
    const review = await lockReview(tx, id)
    refuseIf(whyNotAgreeable(review))
    const { compiled, digest } = await compileLive(tx, review)
    if (digest !== sent) throw new Refusal('post.content-moved')
    const { complete } = await recordAgreement(context, subjectOf(review), digest, onPaper)
    if (complete) await changeReview(tx, review, { state: 'frozen', frozen: compiled, digest, frozen_at: now })
    return { complete }
  },
  suspend: async ({ tx, now }, act) => void (await withdrawByPaper(tx, act.id, now)),
}
