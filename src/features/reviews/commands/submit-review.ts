import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { layBefore } from '../../programmes/index.ts'
import { laidBefore } from '../clearances.ts'
import { getReview } from '../store.ts'

/** Lays a report before the own head of unit and leader: the own draft, to be shared, or what was proposed, to be frozen. */
export const submitReview = command({
  name: 'reviews.submit-review',
  permission: { roles: workers, reach: 'party' },
  input: z.strictObject({ clearanceId: z.guid(), reviewId: z.guid() }),
  run: async (context, { clearanceId, reviewId }) => {
    const { tx, acting } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const review = await getReview(tx, reviewId)
    const { outgoing } = await laidBefore(tx, acting, review)
    return layBefore(context, clearanceId, {
      subject: { kind: 'review', id: reviewId, programmeId: review.programmeId },
      outgoing,
    })
  },
})
