import { describe, expect, it } from 'vitest'
import type { Doc, XmlElement } from 'yjs'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { FRAGMENT, paragraphOf } from './writing/text.ts'
import { changeText } from './writing/text-store.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T02:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

type Shown = {
  digest: string
  compiled: { figures: Record<string, { value: number }>; blocks: { kind: string; pieces?: unknown[] }[] }
  disputes: { id: string; value: number; note: string; closedAt: string | null }[]
  followedBy: { id: string; how: string; state: string } | null
  review: { state: string }
}
const look = (acting: Actor, reviewId: string) => ask<Shown>(acting, 'reviews.review', { reviewId })

async function proposed(): Promise<string> {
  const [reviewId, { programmeId }] = [newId(), await layThread(site)]
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Chậm.' })
  await send(lan, 'reviews.write-text', { reviewId, version: 2, section: 'causes-subjective', text: 'Chưa đôn đốc.' })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  return reviewId
}
const stepsOf = async (acting: Actor, id: string) =>
  (await deadlinesOf(site, acting, '2026-12-31')).filter(one => one.kind === 'review' && one.id === id).map(one => one.step)
async function agree(reviewId: string): Promise<void> {
  const { digest } = await look(minh, reviewId)
  for (const leader of [minh, hoa]) await send(leader, 'reviews.freeze-review', { reviewId, digest })
}

describe('a figure that a side holds to be wrong', () => {
  it('keeps the report from being frozen until that side withdraws it; the number stays', async () => {
    const reviewId = await proposed()
    const before = await look(tuan, reviewId)
    const [figureId, { value }] = Object.entries(before.compiled.figures)[0]!
    const disputeId = newId()
    await send(tuan, 'reviews.dispute-figure', { disputeId, reviewId, figureId, note: 'Thiếu một lớp ở xã Bản Mới' })
    const shown = await look(lan, reviewId)
    expect(shown.disputes).toMatchObject([{ id: disputeId, value, note: 'Thiếu một lớp ở xã Bản Mới', closedAt: null }])
    expect(shown.compiled).toEqual(before.compiled)
    expect(await refusalOf(agree(reviewId))).toBe('reviews.figures-disputed')
    expect(await stepsOf(lan, reviewId)).toEqual(['settle-figures'])
    expect(await refusalOf(send(lan, 'reviews.close-dispute', { disputeId }))).toBe('reviews.not-your-dispute')
    await send(tuan, 'reviews.close-dispute', { disputeId })
    await agree(reviewId)
    expect((await look(lan, reviewId)).review.state).toBe('frozen')
  })

  it('is one of the report, disputed once by a side, and before the report is frozen', async () => {
    const reviewId = await proposed()
    const [figureId] = Object.keys((await look(lan, reviewId)).compiled.figures)
    const dispute = (change: object = {}) =>
      send(tuan, 'reviews.dispute-figure', { disputeId: newId(), reviewId, figureId, note: 'Thừa', ...change })
    expect(await refusalOf(dispute({ figureId: 'no-such' }))).toBe('not-found')
    const disputeId = newId()
    await dispute({ disputeId })
    expect(await refusalOf(dispute())).toBe('reviews.disputed-already')
    await send(tuan, 'reviews.close-dispute', { disputeId })
    await agree(reviewId)
    expect(await refusalOf(dispute())).toBe('reviews.frozen')
  })
})

/** Adds a line with a live figure below the heading of an asked section. */
function sayUnder(doc: Doc, section: string, figure: string): void {
  const fragment = doc.getXmlFragment(FRAGMENT)
  const at = (fragment.toArray() as XmlElement[]).findIndex(one => one.getAttribute('section') === section)
  fragment.insert(at + 1, [paragraphOf(['Mới được ', { figure, text: '' }], false)])
}

describe('a report that follows a frozen one', () => {
  const follow = (acting: Actor, follows: string, reviewId = newId()) =>
    send(acting, 'reviews.follow-review', { reviewId, follows, how: 'supplements' }).then(() => reviewId)

  it('begins with its words, says what it is, and leaves it as it was', async () => {
    const first = await proposed()
    expect(await refusalOf(follow(tuan, first))).toBe('reviews.not-frozen')
    await agree(first)
    const { compiled } = await look(lan, first)
    const second = await follow(tuan, first)
    const [, said] = (await look(tuan, second)).compiled.blocks
    expect(said!.pieces).toEqual([
      'Báo cáo này bổ sung, cập nhật số liệu của báo cáo sơ kết 6 tháng đầu năm 2026 đã chốt ngày 16/06/2026.',
    ])
    expect((await look(tuan, first)).followedBy).toEqual({ id: second, how: 'supplements', state: 'draft' })
    expect((await look(lan, first)).followedBy).toBeNull()
    expect((await look(lan, first)).compiled).toEqual(compiled)
    await send(hoa, 'reviews.propose-review', { reviewId: second, version: 1 })
    await agree(second)
    expect((await look(lan, first)).followedBy).toMatchObject({ id: second, state: 'frozen' })
    expect(await refusalOf(follow(lan, first))).toBe('reviews.followed-already')
  })

  it('lies before the parties alone: the other side’s of the same report or period stays a draft', async () => {
    const first = await proposed()
    const { programmeId } = (await ask<{ review: { programmeId: string } }>(lan, 'reviews.review', { reviewId: first })).review
    const other = newId()
    await send(tuan, 'reviews.open-review', { reviewId: other, programmeId, kind: 'half-year', year: 2026, half: 1 })
    expect(await refusalOf(send(hoa, 'reviews.propose-review', { reviewId: other, version: 1 }))).toBe(
      'reviews.lies-before-already',
    )
    await agree(first)
    const [ours, theirs] = [await follow(lan, first), await follow(tuan, first)]
    await send(minh, 'reviews.propose-review', { reviewId: ours, version: 1 })
    expect(await refusalOf(send(hoa, 'reviews.propose-review', { reviewId: theirs, version: 1 }))).toBe(
      'reviews.lies-before-already',
    )
  })

  it('goes on with the text that both wrote, its figures live, and with what was put right before', async () => {
    const first = await proposed()
    await send(lan, 'reviews.begin-text', { reviewId: first })
    const [figureId] = Object.keys((await look(lan, first)).compiled.figures)
    await engine.database.write(lan, tx => changeText(tx, first, lan.bodyId, doc => sayUnder(doc, 'difficulties', figureId!)))
    await agree(first)
    const before = (await look(lan, first)).compiled
    const second = await follow(tuan, first)
    await send(tuan, 'reviews.write-text', { reviewId: second, version: 1, section: 'causes-subjective', text: 'Đôn đốc muộn.' })
    await send(hoa, 'reviews.propose-review', { reviewId: second, version: 2 })
    await send(lan, 'reviews.begin-text', { reviewId: second })
    const { compiled } = await look(tuan, second)
    const said = JSON.stringify(compiled.blocks)
    expect(said).toContain('Đôn đốc muộn.')
    expect(said).toContain(`["Mới được ",{"figure":"${figureId}"`)
    expect(said).not.toContain('Chưa đôn đốc.')
    expect(Object.keys(compiled.figures)).toEqual(Object.keys(before.figures))
    expect(compiled.blocks.length).toBe(before.blocks.length + 1)
  })
})
