import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { linkInput } from '../contract.ts'
import { WORK, whyNotLink } from '../rules.ts'
import { getSupervision } from '../store.ts'
import { tellingOf } from '../telling.ts'

/** Says that an activity tells of a supervision: the event then counts once. */
export const linkActivity = command({
  name: 'supervision.link-activity',
  permission: WORK,
  input: linkInput,
  run: async ({ tx, acting, now }, { supervisionId, activityId }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotLink(acting, found, await tellingOf(tx, activityId)))
    const link = { supervision_id: supervisionId, activity_id: activityId, body_id: found.bodyId }
    await tx
      .insertInto('supervision_activity')
      .values({ ...link, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    return {
      result: { supervisionId, activityId },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { activity: activityId } },
    }
  },
})
