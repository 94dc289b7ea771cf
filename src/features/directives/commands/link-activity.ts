import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { activityLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'
import { getDirective } from '../store.ts'

/** Says that an activity carries a document out, beside those under its clauses. */
export const linkActivity = command({
  name: 'directives.link-activity',
  permission: WORK,
  input: activityLinkInput,
  run: async ({ tx, acting }, { directiveId, activityId }) => {
    const { bodyId } = personOf(acting)
    const { programmeId } = await getDirective(tx, directiveId)
    refuseIf(whyNotOwn(acting, bodyId))
    const activity = await tx
      .selectFrom('activity')
      .select('programme_id')
      .where('id', '=', activityId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (activity?.programme_id !== programmeId) throw new Refusal('not-found', { what: 'activity' })
    await tx
      .insertInto('directive_activity')
      .values({ directive_id: directiveId, activity_id: activityId, programme_id: programmeId, body_id: bodyId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return {
      result: { directiveId, activityId },
      audit: { kind: 'directive', id: directiveId, programme: programmeId, detail: { activity: activityId } },
    }
  },
})
