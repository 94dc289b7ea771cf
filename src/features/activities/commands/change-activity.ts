import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getPlaces } from '../../agencies/index.ts'
import { termOf } from '../../programmes/index.ts'
import { activityFields, uuid } from '../contract.ts'
import { placesIn } from '../details.ts'
import { kindsOfProgramme } from '../own-kinds/store.ts'
import { kindUnder, WORK, whyNotChange, whyNotFigures, whyNotHeld } from '../rules.ts'
import { columnsOf, describe, getActivity, linkItems, updateActivity } from '../store.ts'

/** Puts a record right; only the side that made it. */
export const changeActivity = command({
  name: 'activities.change-activity',
  permission: WORK,
  input: z.strictObject({ activityId: uuid, version: z.int(), ...activityFields }),
  run: async ({ tx, acting, today }, { activityId, version, ...fields }) => {
    const activity = await getActivity(tx, activityId)
    refuseIf(whyNotChange(acting, activity))
    const programmeId = activity.programme_id
    refuseIf(whyNotHeld(fields, await termOf(tx, programmeId), today))
    const kinds = await kindsOfProgramme(tx, programmeId)
    const before = { kind: activity.kind, kindVersion: activity.kind_version }
    refuseIf(whyNotFigures(kinds, fields, before))
    const kind = kindUnder(kinds, fields.kind, before)!
    await getPlaces(tx, placesIn(kind.fields, fields.details))
    const updated = await updateActivity(tx, { activityId, version }, columnsOf(fields, kind))
    await linkItems(tx, activityId, programmeId, fields.itemIds)
    await describe(tx, { id: activityId, programmeId }, fields)
    const detail = { items: fields.itemIds, heldOn: fields.heldOn }
    return {
      result: { activityId, version: updated.version },
      audit: { kind: 'activity', id: activityId, programme: programmeId, detail },
    }
  },
})
