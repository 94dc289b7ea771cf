import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { activityFields, uuid } from '../contract.ts'
import { WORK, whyNotChange, whyNotFigures, whyNotHeld } from '../rules.ts'
import { columnsOf, describe, getActivity, linkItems, updateActivity } from '../store.ts'

/** Puts a record right; only the side that made it. */
export const changeActivity = command({
  name: 'activities.change-activity',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, version: z.int(), ...activityFields }),
  run: async ({ tx, acting, today }, { activityId, version, ...fields }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotChange(acting, activity))
    const programme = await getProgramme(tx, activity.programme_id)
    refuseIf(whyNotHeld(fields, { periodFrom: programme.period_from, periodTo: programme.period_to }, today))
    refuseIf(whyNotFigures(fields))
    const updated = await updateActivity(tx, { activityId, version }, columnsOf(fields))
    await linkItems(tx, activityId, programme.id, fields.itemIds)
    await describe(tx, { id: activityId, programmeId: programme.id }, fields)
    const detail = { items: fields.itemIds, heldOn: fields.heldOn }
    return {
      result: { activityId, version: updated.version },
      audit: { kind: 'activity', id: activityId, programme: programme.id, detail },
    }
  },
})
