import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getActivityOf } from '../activities.ts'
import { activityInput } from '../contract.ts'
import { WORK, whyNotHang } from '../rules.ts'
import { getMovement } from '../store.ts'

/** Hangs an activity of the programme on the movement that it was part of. */
export const hangActivity = command({
  name: 'movements.hang-activity',
  permission: WORK,
  input: activityInput,
  run: async ({ tx, acting }, { movementId, activityId }) => {
    const found = await getMovement(tx, movementId)
    refuseIf(whyNotHang(acting, found))
    const programmeId = await getActivityOf(tx, activityId, found.programmeId!)
    await tx
      .insertInto('movement_activity')
      .values({ movement_id: movementId, activity_id: activityId, programme_id: programmeId, body_id: found.bodyId })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return {
      result: { movementId, activityId },
      audit: { kind: 'movement', id: movementId, programme: programmeId, detail: { activity: activityId } },
    }
  },
})
