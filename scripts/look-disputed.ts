import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Actor } from '../src/kernel/permissions.ts'

type Scene = { engine: Engine; programmeId: string; year: number; ours: Actor; theirs: Actor }
type Shown = { compiled: { figures: Record<string, unknown> } }

/** A proposed report of the first half with a figure that the other side holds to be wrong, written by both. Returns report and figure. */
export async function disputedReview({ engine, programmeId, year, ours, theirs }: Scene) {
  const as = (actor: Actor, name: string, input: Json) => runCommand(engine, actor, { commandId: newId(), name, input })
  const reviewId = newId()
  await as(ours, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year, half: 2 })
  await as(ours, 'reviews.propose-review', { reviewId, version: 1 })
  const { compiled } = (await runQuery(engine, theirs, 'reviews.review', { reviewId })) as Shown
  const figureId = Object.keys(compiled.figures)[0]!
  const note = 'Thiếu một lớp tập huấn ở xã Bản Mới, biên bản ngày 14/5'
  await as(theirs, 'reviews.dispute-figure', { disputeId: newId(), reviewId, figureId, note })
  await as(theirs, 'reviews.begin-text', { reviewId })
  return { reviewId, figureId }
}
