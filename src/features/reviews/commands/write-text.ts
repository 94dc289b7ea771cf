import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { writeTextInput } from '../contract.ts'
import { whyNotWrite } from '../rules.ts'
import { changeReview, getReview } from '../store.ts'

/** Writes one asked section of the own side's draft; an empty text takes it out. */
export const writeText = command({
  name: 'reviews.write-text',
  permission: { roles: workers, reach: 'own' },
  input: writeTextInput,
  run: async ({ tx, acting }, { reviewId, version, section, text }) => {
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotWrite(acting, review))
    const { [section]: _before, ...others } = review.texts
    await changeReview(tx, { id: reviewId, version }, { texts: text === '' ? others : { ...others, [section]: text } })
    return {
      result: { version: version + 1 },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { section } },
    }
  },
})
