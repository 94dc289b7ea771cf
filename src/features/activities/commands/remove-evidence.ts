import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { getActivity, SUBJECT } from '../store.ts'

/** Takes a file away from an activity: it is the own side's again, and can be attached anew. */
export const removeEvidence = command({
  name: 'activities.remove-evidence',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, fileId: uuid }),
  run: async ({ tx, acting, now }, { activityId, fileId }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotChange(acting, activity))
    const freed = await tx
      .updateTable('file')
      .set({ visibility: 'own', programme_id: null, subject_kind: null, subject_id: null, released_at: now })
      .where('id', '=', fileId)
      .where('owner_body', '=', activity.ownerBody)
      .where('subject_kind', 'in', Object.values(SUBJECT))
      .where('subject_id', '=', activityId)
      .returning('id')
      .executeTakeFirst()
    if (!freed) throw new Refusal('not-found', { what: 'file' })
    return {
      result: { activityId, fileId },
      audit: { kind: 'activity', id: activityId, programme: activity.programme_id, detail: { evidenceRemoved: fileId } },
    }
  },
})
