import { command } from '../../../engine/command.ts'
import { personOf, within, workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { saveVersionInput } from '../contract.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'
import { awaitKept } from '../writing/await-kept.ts'
import { isAsked } from '../writing/put-back.ts'
import { holdMoment, insertVersion } from '../writing/versions.ts'

/** "Lưu phiên bản": keeps the shared text and its figures as they stand at this moment, under a name. */
export const saveVersion = command({
  name: 'reviews.save-version',
  permission: { roles: workers, reach: 'party' },
  input: saveVersionInput,
  prepare: async ({ read }, { versionId, reviewId, marked }) => {
    if (marked) await awaitKept(read, { reviewOf: async () => reviewId, has: doc => isAsked(doc, versionId) })
  },
  run: async ({ tx, acting, now }, { versionId, reviewId, name }) => {
    const { bodyId, accountId } = personOf(acting)
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotWriteTogether(within(acting, review.programmeId), review))
    const moment = await holdMoment(tx, review)
    await insertVersion(tx, moment, { id: versionId, reviewId, bodyId, how: 'saved', name, by: accountId, at: now })
    return {
      result: { versionId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { version: versionId } },
    }
  },
})
