import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { CompiledReview } from './contract.ts'
import { linesOf } from './fixtures/lines.ts'

const site = await openTestSite({ now: () => new Date('2030-12-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]

type Next = { programmes: { final: { id: string; closed: boolean } | null }[] }
type Shown = { digest: string; review: { name: string }; compiled: { annex: { cells: unknown[] }[]; figures: object } }
type Listed = { programmes: { periods: { kind: string; name: string }[] }[] }

/** A programme whose plans of two years aim at one duty for the whole term, with an estimate under the first year's item only. */
async function aimed() {
  const thread = await layThread(site)
  const { programmeId, planId, items } = thread
  const [commitmentId, nextPlan, nextItem] = [newId(), newId(), newId()]
  const target = { target_unit: 'lớp', target_min: 4, target_per: 'term', commitment_id: commitmentId }
  await engine.database.write('system', async tx => {
    const duty = {
      id: commitmentId,
      programme_id: programmeId,
      clause_path: 'II/1',
      position: 1,
      text: 'x',
      span_from: 0,
      span_to: 1,
    }
    const said = { lead: [], support: [], others: [], advises: [], lead_bodies: [lan.bodyId], support_bodies: [], topics: [] }
    await tx
      .insertInto('commitment')
      .values({ ...duty, ...said, schedules: '[]', targets: '[]' })
      .execute()
    await tx.insertInto('plan').values({ id: nextPlan, programme_id: programmeId, year: 2027, created_at: new Date() }).execute()
    await tx.updateTable('plan_item').set(target).where('id', '=', items[0]!).execute()
    const {
      home: _home,
      words: _words,
      ...row
    } = await tx.selectFrom('plan_item').selectAll().where('id', '=', items[0]!).executeTakeFirstOrThrow()
    await tx
      .insertInto('plan_item')
      .values({ ...row, id: nextItem, plan_id: nextPlan })
      .execute()
    const line = { id: newId(), plan_id: planId, programme_id: programmeId, item_id: items[0]!, body_id: lan.bodyId, position: 1 }
    const cost = { content: 'Lớp', unit: 'lớp', quantity: 1, norm: 1, source: 'ntp', created_at: new Date() }
    await tx
      .insertInto('budget_line')
      .values({ ...line, ...cost })
      .execute()
  })
  await layActivities(site, thread, items[0]!, [{ heldOn: '2026-03-10', count: 1, money: 3_000_000 }])
  await layActivities(site, thread, nextItem, [{ heldOn: '2027-03-10', count: 2, money: 500_000 }])
  return programmeId
}

describe('what the whole term aimed at', () => {
  it('tells how far every year’s work has come towards a target for the whole term, and of which source its money was', async () => {
    const [programmeId, reviewId] = [await aimed(), newId()]
    await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'final', year: 2030 })
    const { compiled } = await ask<{ compiled: CompiledReview }>(lan, 'reviews.review', { reviewId })
    const lines = linesOf(compiled)
    expect(lines.filter(line => line.includes('đạt 75% của 04 lớp'))).not.toEqual([])
    expect(lines).toContain('Kinh phí theo nguồn: chương trình mục tiêu quốc gia 3.000.000 đồng và chưa có dự toán 500.000 đồng.')
    const told = Object.values(compiled.figures).filter(({ query }) => query.kind === 'share' || query.part)
    expect(told.map(one => one.value).toSorted((a, b) => a - b)).toEqual([75, 500_000, 3_000_000])
    for (const { id, value } of told) {
      type Opened = { now: number; records: unknown[] }
      const { now, records } = await ask<Opened>(lan, 'reviews.figure', { reviewId, figureId: id })
      expect([now, records.length]).toEqual([value, value === 75 ? 2 : 1])
    }
  })

  it('is begun in the last year of the programme only, tells its whole term, and closes it once both have frozen it', async () => {
    const thread = await layThread(site)
    const { programmeId } = thread
    await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
    const reviewId = newId()
    const open = (year: number) => send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'final', year })
    expect(await refusalOf(open(2029))).toBe('reviews.final-in-last-year')
    const { programmes } = await ask<Listed>(lan, 'reviews.list', { programmeId })
    expect(programmes[0]?.periods.map(one => one.name)).toContain('giai đoạn 2026–2030')
    await open(2030)
    expect(await refusalOf(send(lan, 'reviews.open-review', { reviewId: newId(), programmeId, kind: 'final', year: 2030 }))).toBe(
      'reviews.opened-already',
    )
    const texts = { difficulties: 'Một số xã gửi số liệu chậm.', 'causes-objective': 'Mưa lũ chia cắt nhiều thôn.' }
    for (const [at, [section, text]] of Object.entries(texts).entries())
      await send(lan, 'reviews.write-text', { reviewId, version: at + 1, section, text })
    await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
    const shown = await ask<Shown>(hoa, 'reviews.review', { reviewId })
    expect(shown.review.name).toBe('tổng kết giai đoạn 2026–2030')
    // Each clause that states a duty or saw work, by five years, the term and the money.
    expect(new Set(shown.compiled.annex.map(row => row.cells.length))).toEqual(new Set([8]))
    const closed = async () => (await ask<Next>(hoa, 'renewal.next', { programmeId })).programmes[0]?.final
    expect(await closed()).toEqual({ id: reviewId, closed: false })
    for (const leader of [minh, hoa]) await send(leader, 'reviews.freeze-review', { reviewId, digest: shown.digest })
    expect(await closed()).toEqual({ id: reviewId, closed: true })
  })
})
