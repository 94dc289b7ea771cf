import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { WORK, whyNotChange } from '../rules.ts'
import { getActivity, SUBJECT } from '../store.ts'

/**
 * Marks evidence "có thông tin cá nhân", or takes the mark off again: a marked file is read by the recording unit only.
 * The unit alone marks; a colleague of another unit asks it, and would not see the file afterwards.
 */
export const protectEvidence = command({
  name: 'activities.protect-evidence',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, fileId: uuid, personal: z.boolean() }),
  run: async ({ tx, acting }, { activityId, fileId, personal }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotChange(acting, activity))
    const place = personal
      ? { personal, visibility: 'own', programme_id: null, subject_kind: SUBJECT.personal }
      : { personal, visibility: 'joint', programme_id: activity.programme_id, subject_kind: SUBJECT.joint }
    const moved = await tx
      .updateTable('file')
      .set(place)
      .where('id', '=', fileId)
      .where('owner_body', '=', activity.ownerBody)
      .where('subject_kind', '=', personal ? SUBJECT.joint : SUBJECT.personal)
      .where('subject_id', '=', activityId)
      .where(sql<boolean>`(unit_id IN (SELECT my_units()) OR created_by = current_account())`)
      .returning('id')
      .executeTakeFirst()
    if (!moved) throw new Refusal('activities.other-unit')
    return {
      result: { activityId, fileId },
      audit: { kind: 'activity', id: activityId, programme: activity.programme_id, detail: { evidence: fileId, personal } },
    }
  },
})
