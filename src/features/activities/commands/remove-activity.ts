import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotRemove } from '../merging/rules.ts'
import { standingMerges } from '../merging/store.ts'
import { WORK } from '../rules.ts'
import { getActivity, updateActivity } from '../store.ts'

/** Takes a record out of every sum and list. Nothing is erased: it can be restored, and the audit keeps both. */
export const removeActivity = command({
  name: 'activities.remove-activity',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, version: z.int() }),
  run: async ({ tx, acting, now }, { activityId, version }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotRemove(acting, activity, await standingMerges(tx, [activityId])))
    const updated = await updateActivity(tx, { activityId, version }, { removed_at: now })
    return {
      result: { activityId, version: updated.version },
      audit: { kind: 'activity', id: activityId, programme: activity.programme_id, detail: { removed: true } },
    }
  },
})
