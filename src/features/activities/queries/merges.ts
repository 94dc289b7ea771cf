import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { uuid } from '../contract.ts'
import { whyNotAnswer, whyNotPart, whyNotWithdraw } from '../merging/rules.ts'
import { alikeOf, type MergeRow, standingMerges } from '../merging/store.ts'
import { whyNotChange } from '../rules.ts'
import { getActivity } from '../store.ts'

/** What an activity is merged with or is to be, and records of the other sides that may be of the same event. */
export const merges = query({
  name: 'activities.merges',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ activityId: uuid }),
  run: async ({ db, acting }, { activityId }) => {
    const found = await getActivity(db, activityId)
    const standing = await standingMerges(db, [activityId])
    const may = standing.length === 0 && whyNotChange(acting, found) === null
    return {
      standing: await Promise.all(
        standing.map(async merge => ({
          id: merge.id,
          state: merge.state,
          /** Whether the record that was asked for is the one that stands for both. */
          kept: merge.keptId === activityId,
          other: await otherOf(db, merge, activityId),
          can: {
            answer: whyNotAnswer(acting, merge) === null,
            withdraw: whyNotWithdraw(acting, merge) === null,
            part: whyNotPart(acting, merge) === null,
          },
        })),
      ),
      alike: may ? await alikeOf(db, activityId) : [],
    }
  },
})

async function otherOf(db: ReadDb, { keptId, mergedId }: MergeRow, activityId: string) {
  const row = await db
    .selectFrom('activity')
    .innerJoin('body', 'body.id', 'owner_body')
    .select(['activity.id', 'title', 'held_on', 'activity.place', 'body.short_name'])
    .where('activity.id', '=', keptId === activityId ? mergedId : keptId)
    .executeTakeFirstOrThrow()
  return { id: row.id, title: row.title, heldOn: row.held_on, place: row.place, body: row.short_name }
}
