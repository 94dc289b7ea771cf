import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { dropPartInput } from '../parts/contract.ts'
import { PART_WORK, whyNotDropPart } from '../parts/rules.ts'
import { getPart, markPart } from '../parts/store.ts'

/** Asks no longer for a part that has not come, or for it after all. */
export const dropPart = command({
  name: 'reviews.drop-part',
  permission: PART_WORK,
  input: dropPartInput,
  run: async ({ tx, acting, now }, { partId, version, back }) => {
    const part = await getPart(tx, partId)
    refuseIf(whyNotDropPart(acting, part, back))
    const updated = await changeRow(tx, 'review_part_work', { id: partId, version }, {})
    await markPart(tx, partId, { dropped_at: back ? null : now })
    return {
      result: { partId, version: updated.version },
      audit: { kind: 'review', id: part.reviewId, programme: part.programmeId, detail: { part: partId, dropped: !back } },
    }
  },
})
