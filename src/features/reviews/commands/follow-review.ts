import { command } from '../../../engine/command.ts'
import { personOf, workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { followReviewInput } from '../contract.ts'
import { whyNotFollow } from '../rules.ts'
import { followedBy, getReview, insertReview } from '../store.ts'
import { textsToFollow } from '../writing/taken-up.ts'

/** Begins the report that replaces or supplements a frozen one of the same period: its words to begin with, figures as the records stand now. */
export const followReview = command({
  name: 'reviews.follow-review',
  permission: { roles: workers, reach: 'party' },
  input: followReviewInput,
  run: async ({ tx, acting, now }, { reviewId, follows, how }) => {
    const { bodyId, accountId } = personOf(acting)
    const frozen = await getReview(tx, follows)
    refuseIf(whyNotFollow(acting, frozen))
    if (await followedBy(tx, follows)) throw new Refusal('reviews.followed-already')
    const { period, programmeId } = frozen
    await insertReview(tx, {
      id: reviewId,
      programme_id: programmeId,
      owner_body: bodyId,
      kind: period.kind,
      year: period.year,
      half: period.half,
      first_year: period.first ?? null,
      period_from: frozen.from,
      period_to: frozen.to,
      texts: JSON.stringify(await textsToFollow(tx, frozen)),
      follows,
      follow_kind: how,
      created_by: accountId,
      created_at: now,
    })
    return { result: { reviewId }, audit: { kind: 'review', id: reviewId, programme: programmeId, detail: { follows, how } } }
  },
})
