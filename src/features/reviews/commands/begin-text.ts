import { command } from '../../../engine/command.ts'
import { personOf, workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { reviewIdInput } from '../contract.ts'
import { compileLive } from '../freezing.ts'
import { whyNotBeginText } from '../rules.ts'
import { getReview } from '../store.ts'
import { keysOf } from '../writing/overtaken.ts'
import { textToFollow } from '../writing/taken-up.ts'
import { firstState, openText, textsOf } from '../writing/text.ts'
import { insertText } from '../writing/text-store.ts'

/** Begins the text that the sides write together: with what was compiled, its figures live inside, or with the text of the report that it follows. */
export const beginText = command({
  name: 'reviews.begin-text',
  permission: { roles: workers, reach: 'party' },
  input: reviewIdInput,
  run: async ({ tx, acting, now }, { reviewId }) => {
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotBeginText(acting, review))
    const { compiled } = await compileLive(tx, review)
    const begun = (await textToFollow(tx, review, compiled)) ?? {
      state: firstState(compiled.blocks),
      seen: keysOf(compiled.blocks),
    }
    const { accountId } = personOf(acting)
    await insertText(tx, { reviewId, ...begun, texts: textsOf(openText(begun.state)), by: accountId, at: now })
    return { result: { reviewId }, audit: { kind: 'review', id: reviewId, programme: review.programmeId } }
  },
})
