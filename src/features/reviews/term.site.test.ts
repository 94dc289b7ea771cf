import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'

const site = await openTestSite({ now: () => new Date('2030-12-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]

type Next = { programmes: { final: { id: string; closed: boolean } | null }[] }
type Shown = { digest: string; review: { name: string }; compiled: { annex: { cells: unknown[] }[]; figures: object } }
type Listed = { programmes: { periods: { kind: string; name: string }[] }[] }

describe('the final report', () => {
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
