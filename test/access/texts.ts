import { newId } from '../../src/kernel/ids.ts'
import { activityInput, OURS, type Side, type Stage } from './stage.ts'

/** A text that both sides write, of nothing that one side keeps to itself, and a version of it under a name. */
export async function keptVersion(stage: Stage, name: string) {
  const [versionId, reviewId, { programmeId }] = [newId(), newId(), await stage.activity()]
  const as = stage.as(stage.officer)
  await as('reviews.open-review', { reviewId, programmeId, kind: 'year', year: 2026 })
  await stage.as(stage.leader)('reviews.propose-review', { reviewId, version: 1 })
  await as('reviews.begin-text', { reviewId })
  await as('reviews.save-version', { versionId, reviewId, name })
  return { reviewId, versionId }
}

/** What is asked of a unit of a side, to be written under a heading that every report has. */
export async function partInput(stage: Stage, side: Side) {
  const [unitId, bodyId] = [newId(), stage.bodyId(side)]
  const unit = { id: unitId, body_id: bodyId, name: `Phòng ${unitId.slice(-12)}` }
  await stage.site.engine.database.write('system', tx => tx.insertInto('unit').values(unit).execute())
  return { partId: newId(), place: 'lessons', unitId, dueOn: '2099-01-01', note: OURS }
}

/** A part of a shared text that the own side has asked a unit for. */
export async function askedPart(stage: Stage): Promise<string> {
  const { reviewId } = await keptVersion(stage, 'Bản một')
  const input = await partInput(stage, 'own')
  await stage.as(stage.officer)('reviews.ask-part', { ...input, reviewId })
  return input.partId
}

/** A shared text that something recorded since has overtaken, and the sentence that would come in. */
export async function overtakenText(stage: Stage) {
  const { reviewId, programmeId } = await stage.proposedReview()
  await stage.as(stage.officer)('reviews.begin-text', { reviewId })
  const item = await stage.site.engine.database.read('system', db =>
    db
      .selectFrom('plan_item')
      .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
      .select('plan_item.id')
      .where('plan.programme_id', '=', programmeId)
      .orderBy('plan_item.position', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const activity = { ...activityInput(programmeId, item.id), activityId: newId(), title: OURS, kind: 'supervision' }
  await stage.as(stage.officer)('activities.record-activity', activity)
  type Desk = { overtaken: { missing: { key: string }[] } }
  const { overtaken } = await stage.site.ask<Desk>(stage.officer, 'reviews.text-desk', { reviewId })
  return { reviewId, key: overtaken.missing[0]!.key, how: 'take' as const }
}
