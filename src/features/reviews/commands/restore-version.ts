import { command } from '../../../engine/command.ts'
import { personOf, within, workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { restoreVersionInput } from '../contract.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'
import { awaitKept } from '../writing/await-kept.ts'
import { isAsked, putBack } from '../writing/put-back.ts'
import { openRemarks } from '../writing/remarks.ts'
import { dropMarks } from '../writing/take-in.ts'
import { openText } from '../writing/text.ts'
import { changeText } from '../writing/text-store.ts'
import { getVersion, holdMoment, insertVersion, momentOf, versionsOf } from '../writing/versions.ts'

/** Puts an earlier version back as a new one, before the eyes of whoever is writing. What stood before is a version too, so that nothing is lost. */
export const restoreVersion = command({
  name: 'reviews.restore-version',
  permission: { roles: workers, reach: 'party' },
  input: restoreVersionInput,
  prepare: async ({ read }, { versionId, restores, marked }) => {
    if (!marked) return
    await awaitKept(read, {
      reviewOf: async db => (await getVersion(db, restores)).reviewId,
      has: doc => isAsked(doc, versionId),
    })
  },
  run: async ({ tx, acting, now }, { versionId, beforeId, restores }) => {
    const { bodyId, accountId } = personOf(acting)
    const { reviewId, state } = await getVersion(tx, restores)
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotWriteTogether(within(acting, review.programmeId), review))
    const said = { reviewId, bodyId, restores, by: accountId, at: now }
    const before = await holdMoment(tx, review)
    const same = (await versionsOf(tx, reviewId)).find(one => one.digest === before.digest)
    if (!same) await insertVersion(tx, before, { ...said, id: beforeId, how: 'before' })
    const earlier = openText(state)
    dropMarks(earlier, new Set((await openRemarks(tx, reviewId)).map(one => one.id)))
    await changeText(tx, reviewId, null, doc => putBack(doc, earlier))
    await insertVersion(tx, await momentOf(tx, await getReview(tx, reviewId)), { ...said, id: versionId, how: 'restored' })
    return {
      result: { versionId, beforeId: same?.id ?? beforeId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { version: versionId, restores } },
    }
  },
})
