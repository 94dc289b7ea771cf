import { newId } from '../../src/kernel/ids.ts'
import { OURS, type Side, type Stage } from './stage.ts'

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
