import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getPlaces } from '../../agencies/index.ts'
import { termOf } from '../../programmes/index.ts'
import { activityFields, uuid } from '../contract.ts'
import { placesIn } from '../details.ts'
import { kindsOfProgramme } from '../own-kinds/store.ts'
import { kindUnder, WORK, whyNotFigures, whyNotHeld } from '../rules.ts'
import { columnsOf, describe, linkItems, takeUpEvidence } from '../store.ts'

/** Records what was done, under one or several items of the plan, with its evidence. */
export const recordActivity = command({
  name: 'activities.record-activity',
  permission: WORK,
  input: z.strictObject({
    /** Of the client's making; an id made of what a row of a table says is of another version. */
    activityId: z.uuidv7(),
    programmeId: uuid,
    ...activityFields,
    fileIds: z.array(uuid).max(20).default([]),
    /** Files with data of persons: read by the recording unit only. */
    personalFileIds: z.array(uuid).max(20).default([]),
  }),
  run: async ({ tx, acting, now, today }, { activityId, programmeId, fileIds, personalFileIds, ...fields }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    refuseIf(whyNotHeld(fields, await termOf(tx, programmeId), today))
    const kinds = await kindsOfProgramme(tx, programmeId)
    refuseIf(whyNotFigures(kinds, fields))
    const kind = kindUnder(kinds, fields.kind)!
    const created = { created_at: now, created_by: acting.accountId }
    const recorded = await tx
      .insertInto('activity')
      .values({ id: activityId, programme_id: programmeId, owner_body: acting.bodyId, ...created, ...columnsOf(fields, kind) })
      .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    // The form keeps its id: sent again after a lost answer and a reload, it does not count twice.
    if (!recorded) throw new Refusal('activities.recorded-already')
    await getPlaces(tx, placesIn(kind.fields, fields.details))
    await linkItems(tx, activityId, programmeId, fields.itemIds)
    await describe(tx, { id: activityId, programmeId }, fields)
    const place = { id: activityId, programmeId, ownerBody: acting.bodyId }
    await takeUpEvidence(tx, place, fileIds)
    await takeUpEvidence(tx, place, personalFileIds, true)
    const detail = { items: fields.itemIds, heldOn: fields.heldOn, files: fileIds.length + personalFileIds.length }
    return { result: { activityId, version: 1 }, audit: { kind: 'activity', id: activityId, programme: programmeId, detail } }
  },
})
