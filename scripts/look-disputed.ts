import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Actor } from '../src/kernel/permissions.ts'

type Scene = { engine: Engine; programmeId: string; year: number; ours: Actor; theirs: Actor }
type Shown = { compiled: { figures: Record<string, unknown> } }

/** A proposed report of the first half with a figure that the other side holds to be wrong, written by both. Returns report, figure and a part that a unit is to write. */
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
  await as(ours, 'reviews.save-version', { versionId: newId(), reviewId, name: 'Bản tổng hợp ban đầu' })
  type Parts = { units: { id: string }[] }
  const { units } = (await runQuery(engine, ours, 'reviews.asked-parts', { reviewId })) as Parts
  const ask = async (place: string, note = '') => {
    const partId = newId()
    await as(ours, 'reviews.ask-part', { partId, reviewId, place, unitId: units[0]!.id, dueOn: `${year}-12-18`, note })
    return partId
  }
  const [arrived, partId] = [await ask('strengths'), await ask('lessons', 'Nêu hai bài học, mỗi bài một ví dụ ở xã.')]
  const text = 'Hai bên trao đổi thông tin đều, giao ban hằng quý.\n- Kế hoạch năm được thống nhất từ tháng 01'
  await as(ours, 'reviews.hand-in-part', { partId: arrived, version: 1, text })
  await as(theirs, 'reviews.save-version', { versionId: newId(), reviewId, name: 'Bản trình lãnh đạo lần 1' })
  return { reviewId, figureId, partId }
}

/** The final report of a programme, as its side begins it. */
export async function finalReview({ engine, programmeId, ours }: Pick<Scene, 'engine' | 'programmeId' | 'ours'>) {
  type Next = { offered: { from: number } }
  const { offered } = (await runQuery(engine, ours, 'renewal.next', { programmeId })) as Next
  const reviewId = newId()
  const input = { reviewId, programmeId, kind: 'final', year: offered.from - 1 }
  await runCommand(engine, ours, { commandId: newId(), name: 'reviews.open-review', input })
  return reviewId
}
