import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { standingMerges } from '../merging/store.ts'
import { WORK, whyNotRestore } from '../rules.ts'
import { getActivity, updateActivity } from '../store.ts'

/** Undoes a removal. */
export const restoreActivity = command({
  name: 'activities.restore-activity',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, version: z.int() }),
  run: async ({ tx, acting }, { activityId, version }) => {
    const activity = await getActivity(tx, activityId)
    const merged = (await standingMerges(tx, [activityId])).some(one => one.state === 'agreed' && one.mergedId === activityId)
    refuseIf(whyNotRestore(acting, { ...activity, merged }))
    const updated = await updateActivity(tx, { activityId, version }, { removed_at: null, import_id: null })
    return {
      result: { activityId, version: updated.version },
      audit: { kind: 'activity', id: activityId, programme: activity.programme_id, detail: { removed: false } },
    }
  },
})
