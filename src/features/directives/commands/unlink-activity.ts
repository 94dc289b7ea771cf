import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { activityLinkInput } from '../contract.ts'
import { WORK, whyNotOwn } from '../rules.ts'
import { getDirective } from '../store.ts'

/** Takes back that an activity carries a document out: by the party that said so. */
export const unlinkActivity = command({
  name: 'directives.unlink-activity',
  permission: WORK,
  input: activityLinkInput,
  run: async ({ tx, acting }, { directiveId, activityId }) => {
    const { programmeId } = await getDirective(tx, directiveId)
    const link = await tx
      .selectFrom('directive_activity')
      .select('body_id')
      .where('directive_id', '=', directiveId)
      .where(sql<boolean>`activity_id IN (SELECT one FROM records_of(${activityId}) one)`)
      .orderBy(sql`body_id IS DISTINCT FROM ${personOf(acting).bodyId}`)
      .executeTakeFirst()
    if (!link) throw new Refusal('not-found', { what: 'activity' })
    refuseIf(whyNotOwn(acting, link.body_id))
    await tx
      .deleteFrom('directive_activity')
      .where('directive_id', '=', directiveId)
      .where(sql<boolean>`activity_id IN (SELECT one FROM records_of(${activityId}) one)`)
      .where('body_id', '=', link.body_id)
      .execute()
    return {
      result: { directiveId, activityId },
      audit: { kind: 'directive', id: directiveId, programme: programmeId, detail: { activity: activityId, off: true } },
    }
  },
})
