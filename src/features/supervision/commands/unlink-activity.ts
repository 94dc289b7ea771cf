import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { linkInput } from '../contract.ts'
import { WORK, whyNotWork } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** An activity no longer tells of a supervision. */
export const unlinkActivity = command({
  name: 'supervision.unlink-activity',
  permission: WORK,
  input: linkInput,
  run: async ({ tx, acting }, { supervisionId, activityId }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotWork(acting, found))
    const { numDeletedRows } = await tx
      .deleteFrom('supervision_activity')
      .where('supervision_id', '=', supervisionId)
      .where(sql<boolean>`activity_id IN (SELECT one FROM records_of(${activityId}) one)`)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new Refusal('not-found', { what: 'activity' })
    return {
      result: { supervisionId, activityId },
      audit: {
        kind: 'supervision',
        id: supervisionId,
        programme: found.programmeId,
        detail: { activity: activityId, linked: false },
      },
    }
  },
})
