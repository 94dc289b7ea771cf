import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { activityInput } from '../contract.ts'
import { WORK, whyNotHang } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Takes an activity off a movement; the activity stays as it is. */
export const takeDownActivity = command({
  name: 'movements.take-down-activity',
  permission: WORK,
  input: activityInput,
  run: async ({ tx, acting }, { movementId, activityId }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotHang(acting, found))
    const gone = await tx
      .deleteFrom('movement_activity')
      .where('movement_id', '=', movementId)
      .where(sql<boolean>`activity_id IN (SELECT one FROM records_of(${activityId}) one)`)
      .returning('activity_id')
      .executeTakeFirst()
    if (!gone) throw new Refusal('not-found', { what: 'activity' })
    return {
      result: { movementId, activityId },
      audit: { kind: 'movement', id: movementId, programme: found.programmeId, detail: { activity: activityId, off: true } },
    }
  },
})
