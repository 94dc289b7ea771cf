import { command } from '../../../engine/command.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { personOf, workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { closeRemarkInput } from '../contract.ts'
import { getReview } from '../store.ts'
import { awaitKept } from '../writing/await-kept.ts'
import { getRemark, markClosed, whyNotCloseRemark, whyNotTakeIn } from '../writing/remarks.ts'
import { markedWords, takeIn } from '../writing/take-in.ts'
import { changeText } from '../writing/text-store.ts'

/** Closes a remark: an accepted suggestion goes into the text in the same step. */
export const closeRemark = command({
  name: 'reviews.close-remark',
  permission: { roles: workers, reach: 'party' },
  input: closeRemarkInput,
  prepare: async ({ read }, { remarkId, outcome }) => {
    if (outcome !== 'accepted') return
    const reviewOf = async (db: ReadDb) => (await getRemark(db, remarkId)).reviewId
    await awaitKept(read, { reviewOf, has: doc => markedWords(doc, remarkId) !== null })
  },
  run: async ({ tx, acting, now }, { remarkId, outcome }) => {
    const { bodyId } = personOf(acting)
    const remark = await getRemark(tx, remarkId)
    const { state, programmeId } = await getReview(tx, remark.reviewId)
    refuseIf(whyNotCloseRemark(acting, remark, outcome, state))
    if (outcome === 'accepted')
      await changeText(tx, remark.reviewId, remark.bodyId, doc => {
        refuseIf(whyNotTakeIn(remark, markedWords(doc, remarkId)))
        takeIn(doc, remarkId, remark.replacement ?? '')
      })
    await markClosed(tx, remarkId, { outcome, bodyId, at: now })
    return {
      result: { remarkId },
      audit: { kind: 'review', id: remark.reviewId, programme: programmeId, detail: { remark: remarkId, outcome } },
    }
  },
})
