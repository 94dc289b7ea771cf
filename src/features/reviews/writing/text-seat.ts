import { query } from '../../../engine/query.ts'
import { anyRole, personOf, within } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { partiesOf } from '../../programmes/index.ts'
import { reviewIdInput } from '../contract.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'

export type TextSeat = {
  accountId: string
  bodyId: string
  /** What a cursor bears: the mark and short name of the side, and who it is. */
  position: number
  side: string
  name: string
  /** Only reads: the text is frozen, or the post gives no right to write. */
  readOnly: boolean
}

/** Where somebody sits who joins the writing of a text; asked at every joining. */
export const textSeat = query({
  name: 'reviews.text-seat',
  permission: { roles: anyRole, reach: 'party' },
  input: reviewIdInput,
  run: async ({ db, acting: asks }, { reviewId }): Promise<TextSeat> => {
    const { accountId, bodyId, displayName } = personOf(asks)
    const review = await getReview(db, reviewId)
    if (!review.written) refuseIf({ code: 'reviews.text-not-begun' })
    const parties = await partiesOf(db, review.programmeId)
    const side = parties.find(party => party.bodyId === bodyId)
    return {
      accountId,
      bodyId,
      position: side?.position ?? 0,
      side: side?.shortName ?? '',
      name: displayName,
      readOnly: whyNotWriteTogether(within(asks, review.programmeId), review) !== null,
    }
  },
})
