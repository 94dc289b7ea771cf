import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { getActivity, takeUpEvidence } from '../store.ts'

/** Puts a file of the own side under an activity of the own side; every party can read it from then on, a personal one the recording unit only. */
export const attachEvidence = command({
  name: 'activities.attach-evidence',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, fileId: uuid, personal: z.boolean().default(false) }),
  run: async ({ tx, acting }, { activityId, fileId, personal }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotChange(acting, activity))
    const place = { id: activityId, programmeId: activity.programme_id, ownerBody: activity.ownerBody }
    await takeUpEvidence(tx, place, [fileId], personal)
    return {
      result: { activityId, fileId },
      audit: { kind: 'activity', id: activityId, programme: activity.programme_id, detail: { evidence: fileId, personal } },
    }
  },
})
