import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotAgree } from '../merging/rules.ts'
import { getMerge, joinItems, moveMerge } from '../merging/store.ts'
import { WORK } from '../rules.ts'
import { getActivity, updateActivity } from '../store.ts'

/** The side whose record is taken in agrees: one joint activity stands, under the items of both, and counts once. */
export const agreeMerge = command({
  name: 'activities.agree-merge',
  permission: WORK,
  input: z.strictObject({ mergeId: uuid }),
  run: async ({ tx, acting, now }, { mergeId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const merge = await getMerge(tx, mergeId)
    const [kept, merged] = [await getActivity(tx, merge.keptId), await getActivity(tx, merge.mergedId)]
    refuseIf(whyNotAgree(acting, merge, [kept, merged]))
    const after = 'agreed'
    await moveMerge(tx, merge, after, { accountId: acting.accountId, now })
    await joinItems(tx, merge)
    await updateActivity(tx, { activityId: merged.id, version: merged.version }, { removed_at: now })
    const detail = { merge: mergeId, with: merge.mergedId, state: after }
    return { result: { mergeId }, audit: { kind: 'activity', id: merge.keptId, programme: merge.programmeId, detail } }
  },
})
