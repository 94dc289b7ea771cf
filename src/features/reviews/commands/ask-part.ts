import { command } from '../../../engine/command.ts'
import { personOf, within } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { askPartInput } from '../parts/contract.ts'
import { PART_WORK, whyNotAskPart, whyNotDue } from '../parts/rules.ts'
import { unitsOf } from '../parts/store.ts'
import { getReview } from '../store.ts'
import { headingsIn, openText } from '../writing/text.ts'
import { getText } from '../writing/text-store.ts'

/** Asks a unit of the own side to write what stands under a heading, by a day. */
export const askPart = command({
  name: 'reviews.ask-part',
  permission: PART_WORK,
  input: askPartInput,
  run: async ({ tx, acting, now, today }, { partId, reviewId, place, unitId, dueOn, note }) => {
    const { bodyId, accountId } = personOf(acting)
    const review = await getReview(tx, reviewId)
    refuseIf(whyNotAskPart(within(acting, review.programmeId), review))
    refuseIf(whyNotDue(dueOn, today))
    if (!(await unitsOf(tx, bodyId, today)).some(one => one.id === unitId)) throw new Refusal('not-found', { what: 'unit' })
    const heading = headingsIn(openText((await getText(tx, reviewId)).state)).find(one => one.place === place)
    if (!heading) throw new Refusal('reviews.part-adrift')
    const asked = { place, title: heading.title, due_on: dueOn, asked_at: now }
    await tx
      .insertInto('review_part')
      .values({ id: partId, review_id: reviewId, body_id: bodyId, ...asked })
      .execute()
    await tx
      .insertInto('review_part_work')
      .values({ id: partId, body_id: bodyId, unit_id: unitId, note, asked_by: accountId })
      .execute()
    return {
      result: { partId },
      audit: { kind: 'review', id: reviewId, programme: review.programmeId, detail: { part: partId, unit: unitId, dueOn } },
    }
  },
})
