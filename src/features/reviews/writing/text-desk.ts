import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { type Acting, anyRole, within } from '../../../kernel/permissions.ts'
import { minutesAbout } from '../../groups/index.ts'
import { partiesOf } from '../../programmes/index.ts'
import { reviewIdInput } from '../contract.ts'
import { overtakenOf } from '../freezing.ts'
import { whyNotWriteTogether } from '../rules.ts'
import { getReview } from '../store.ts'
import { openRemarks, saidSince, whyNotCloseRemark } from './remarks.ts'
import { getText } from './text-store.ts'

/** What lies beside a text: what the sides say of its places, and which side each writing place belongs to. */
export const textDesk = query({
  name: 'reviews.text-desk',
  permission: { roles: anyRole, reach: 'party' },
  input: reviewIdInput,
  run: async ({ db, acting: asks, today }, { reviewId }) => {
    const review = await getReview(db, reviewId)
    const acting = within(asks, review.programmeId)
    const places = new Map((await partiesOf(db, review.programmeId)).map(one => [one.bodyId, one]))
    const { writers } = await getText(db, reviewId)
    return {
      remarks: (await openRemarks(db, reviewId)).map(one => ({
        ...one,
        raisedAt: one.raisedAt.toISOString(),
        position: places.get(one.bodyId)?.position ?? 0,
        side: places.get(one.bodyId)?.shortName ?? '',
        can: {
          accept: whyNotCloseRemark(acting, one, 'accepted', review.state),
          settle: whyNotCloseRemark(acting, one, 'settled', review.state),
          withdraw: whyNotCloseRemark(acting, one, 'withdrawn', review.state),
        },
      })),
      /** What was said today, settled or not: minutes of a conference keep of it what was said at its sheets. */
      said: await saidSince(db, reviewId, new Date(`${today}T00:00:00+07:00`)),
      /** The minutes that the own side has drafted of it today; null where there are none. */
      minutes: (await minutesToday(db, acting, { about: reviewId, day: today })) ?? null,
      /** Yjs client → place of the side in the programme. */
      writers: Object.fromEntries(Object.entries(writers).map(([client, bodyId]) => [client, places.get(bodyId)?.position ?? 0])),
      /** Sentences that compiling tells since, and those of the text that it tells no more; null where that is not known. */
      overtaken: await overtakenOf(db, review),
      can: { raise: whyNotWriteTogether(acting, review) },
    }
  },
})

const minutesToday = async (db: ReadDb, acting: Acting, of: { about: string; day: string }): Promise<string | undefined> =>
  typeof acting === 'string' ? undefined : (await minutesAbout(db, { bodyId: acting.bodyId, ...of }))?.id
