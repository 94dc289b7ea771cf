import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotPart } from '../merging/rules.ts'
import { getMerge, moveMerge, partItems } from '../merging/store.ts'
import { WORK } from '../rules.ts'
import { getActivity, updateActivity } from '../store.ts'

/** Takes a record out of a joint activity again: both stand and count by themselves. */
export const partMerge = command({
  name: 'activities.part-merge',
  permission: WORK,
  input: z.strictObject({ mergeId: uuid }),
  run: async ({ tx, acting, now }, { mergeId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const merge = await getMerge(tx, mergeId)
    refuseIf(whyNotPart(acting, merge))
    const after = 'parted'
    await moveMerge(tx, merge, after, { accountId: acting.accountId, now })
    await partItems(tx, merge)
    const { version } = await getActivity(tx, merge.mergedId)
    await updateActivity(tx, { activityId: merge.mergedId, version }, { removed_at: null })
    const detail = { merge: mergeId, with: merge.mergedId, state: after }
    return { result: { mergeId }, audit: { kind: 'activity', id: merge.keptId, programme: merge.programmeId, detail } }
  },
})
