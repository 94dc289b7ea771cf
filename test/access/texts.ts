import { newId } from '../../src/kernel/ids.ts'
import type { Stage } from './stage.ts'

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
