import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { returnPartInput } from '../parts/contract.ts'
import { PART_WORK, whyNotReturnPart } from '../parts/rules.ts'
import { getPart, markPart } from '../parts/store.ts'

/** Sends a part back to its unit with a reason. What it wrote stays in the text until it is handed in anew. */
export const returnPart = command({
  name: 'reviews.return-part',
  permission: PART_WORK,
  input: returnPartInput,
  run: async ({ tx, acting }, { partId, version, reason }) => {
    const part = await getPart(tx, partId)
    refuseIf(whyNotReturnPart(acting, part))
    const updated = await changeRow(tx, 'review_part_work', { id: partId, version }, { state: 'returned', reason })
    await markPart(tx, partId, { arrived_at: null })
    return {
      result: { partId, version: updated.version },
      audit: { kind: 'review', id: part.reviewId, programme: part.programmeId, detail: { part: partId, returned: true } },
    }
  },
})
