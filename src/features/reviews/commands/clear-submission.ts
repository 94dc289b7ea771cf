import { clearing } from '../../programmes/index.ts'
import { laidBefore } from '../clearances.ts'
import { lockReview } from '../store.ts'

/** A leader clears a draft report: an officer or the clerk may now share exactly that. Freezing stays the leader's own act. */
export const clearSubmission = clearing({
  name: 'reviews.clear-submission',
  outgoingOf: async ({ tx }, acting, reviewId) => (await laidBefore(tx, acting, await lockReview(tx, reviewId))).outgoing,
})
