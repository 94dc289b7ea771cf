import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { handInPartInput } from '../parts/contract.ts'
import { placePart } from '../parts/places.ts'
import { PART_WORK, whyNotHandIn } from '../parts/rules.ts'
import { getPart, markPart } from '../parts/store.ts'
import { changeText } from '../writing/text-store.ts'

/** The unit hands in its part: what it wrote arrives in its place in the shared text, before the eyes of whoever is writing there. */
export const handInPart = command({
  name: 'reviews.hand-in-part',
  permission: PART_WORK,
  input: handInPartInput,
  run: async ({ tx, acting, now }, { partId, version, text }) => {
    const [part, person] = [await getPart(tx, partId), personOf(acting)]
    refuseIf(whyNotHandIn(acting, part))
    if (text !== '')
      await changeText(tx, part.reviewId, person.bodyId, doc => {
        if (!placePart(doc, { id: partId, place: part.place, text, before: part.text })) throw new Refusal('reviews.part-adrift')
      })
    const handed = { state: 'handed-in', text, handed_by: person.accountId, handed_at: now }
    const updated = await changeRow(tx, 'review_part_work', { id: partId, version }, handed)
    await markPart(tx, partId, { arrived_at: now })
    return {
      result: { partId, version: updated.version },
      audit: { kind: 'review', id: part.reviewId, programme: part.programmeId, detail: { part: partId, arrived: true } },
    }
  },
})
