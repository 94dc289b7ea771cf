import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, RECORD, recordAgreement, recordPaper } from '../../programmes/index.ts'
import { compileLive, subjectOf } from '../freezing.ts'
import { whyNotAgreeable } from '../rules.ts'
import { changeReview, getReview, lockReview } from '../store.ts'

/** Writes down that a party by post agrees, by its paper, to freeze exactly the text and figures that were sent and still stand. */
export const recordPaperAgreement = command({
  name: 'reviews.record-paper-agreement',
  permission: RECORD,
  input: z.strictObject({ reviewId: z.guid(), ...paperFields }),
  run: async (context, { reviewId, ...fields }) => {
    const { tx, now } = context
    await getReview(tx, reviewId)
    const review = await lockReview(tx, reviewId)
    await recordPaper(context, subjectOf(review), fields, { act: 'agree' })
    refuseIf(whyNotAgreeable(review))
    const { compiled, digest } = await compileLive(tx, review)
    if (digest !== fields.digest) throw new Refusal('post.content-moved')
    const onPaper = { bodyId: fields.bodyId, paperActId: fields.actId }
    const { complete } = await recordAgreement(context, subjectOf(review), digest, onPaper)
    if (complete) await changeReview(tx, review, { state: 'frozen', frozen: compiled, digest, frozen_at: now })
    const detail = { ...paperAudit(fields), digest, frozen: complete }
    return { result: { frozen: complete }, audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail } }
  },
})
