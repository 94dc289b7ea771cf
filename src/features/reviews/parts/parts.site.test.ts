import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layThread } from '../../../../test/harness/thread.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { FRAGMENT, paragraphOf } from '../writing/text.ts'
import { changeText } from '../writing/text-store.ts'

const site = await openTestSite({ now: () => new Date('2026-07-01T02:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan] = [who('lan'), who('minh'), who('tuan')]

type Shown = {
  parts: { title: string; arrived: boolean; side: string; own: { unit: string; version: number; reason: string | null } | null }[]
}
const parts = (acting: Actor, reviewId: string) => ask<Shown>(acting, 'reviews.asked-parts', { reviewId })
const waits = async (acting: Actor, partId: string) => {
  const { groups } = await ask<{ groups: { items: { id: string }[] }[] }>(acting, 'insight.my-work')
  return groups.some(({ items }) => items.some(one => one.id === partId))
}
const textOf = async (reviewId: string) => {
  type Text = { compiled: { blocks: { text?: string; pieces?: unknown[] }[] } }
  const { compiled } = await ask<Text>(tuan, 'reviews.review', { reviewId })
  return compiled.blocks.flatMap(block => block.text ?? (block.pieces ?? []).filter(one => typeof one === 'string').join('#'))
}

/** A unit of each side. */
const units = new Map([lan, tuan].map(({ bodyId }) => [bodyId, { id: newId(), body_id: bodyId, name: 'Phòng Tuyên truyền mới' }]))
await site.engine.database.write('system', tx =>
  tx
    .insertInto('unit')
    .values([...units.values()])
    .execute(),
)

async function asked() {
  const [reviewId, partId, { programmeId }] = [newId(), newId(), await layThread(site)]
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
  await send(lan, 'reviews.begin-text', { reviewId })
  const unit = units.get(lan.bodyId)!
  const input = { partId, reviewId, place: 'lessons', unitId: unit.id, dueOn: '2026-07-10', note: 'Nêu hai bài học' }
  await send(lan, 'reviews.ask-part', input)
  return { reviewId, partId, unit: unit.name, input }
}

describe('a part of a report that a unit is asked to write', () => {
  it('stands among the work of its side; the other side knows that it is awaited, not of whom nor what for', async () => {
    const { reviewId, partId, unit } = await asked()
    expect(await waits(minh, partId)).toBe(true)
    expect(await waits(tuan, partId)).toBe(false)
    expect((await parts(minh, reviewId)).parts).toMatchObject([{ title: '4. Bài học kinh nghiệm', own: { unit } }])
    expect((await parts(tuan, reviewId)).parts).toMatchObject([{ title: '4. Bài học kinh nghiệm', arrived: false, own: null }])
    expect(await refusalOf(ask(tuan, 'reviews.asked-part', { partId }))).toBe('not-found')
  })

  it('arrives in its place; sent back with a reason and handed in anew it stands there once', async () => {
    const { reviewId, partId } = await asked()
    await send(lan, 'reviews.hand-in-part', { partId, version: 1, text: 'Phân công rõ.\n- Giao ban hằng tháng' })
    const first = await textOf(reviewId)
    expect(first.slice(first.indexOf('Bài học kinh nghiệm')).slice(1, 3)).toEqual(['Phân công rõ.', 'Giao ban hằng tháng'])
    expect((await parts(tuan, reviewId)).parts).toMatchObject([{ arrived: true }])
    expect(await waits(minh, partId)).toBe(false)
    await send(minh, 'reviews.return-part', { partId, version: 2, reason: 'Thiếu nguyên nhân' })
    expect((await parts(lan, reviewId)).parts).toMatchObject([{ arrived: false, own: { reason: 'Thiếu nguyên nhân' } }])
    expect(await waits(minh, partId)).toBe(true)
    await send(lan, 'reviews.hand-in-part', { partId, version: 3, text: 'Phân công rõ từ đầu năm.' })
    const again = await textOf(reviewId)
    expect(again.filter(line => line.startsWith('Phân công rõ'))).toEqual(['Phân công rõ từ đầu năm.'])
    expect(again).not.toContain('Giao ban hằng tháng')
  })

  it('handed in anew takes out only what still reads as it came: what others changed or typed behind it stays', async () => {
    const { reviewId, partId } = await asked()
    await send(lan, 'reviews.hand-in-part', { partId, version: 1, text: 'Phân công rõ.\n- Giao ban hằng tháng\nLàm sớm.' })
    await site.engine.database.write('system', tx =>
      changeText(tx, reviewId, null, doc => {
        const marked = (doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[]).filter(one => one.getAttribute('asked'))
        ;(marked[0]!.get(0) as Y.XmlText).insert(0, 'Cần ')
        const typed = paragraphOf(['Sở có ý kiến khác.'], false)
        typed.setAttribute('asked', partId)
        doc.getXmlFragment(FRAGMENT).insertAfter(marked[1]!, [typed])
      }),
    )
    await send(minh, 'reviews.return-part', { partId, version: 2, reason: 'Thiếu nguyên nhân' })
    await send(lan, 'reviews.hand-in-part', { partId, version: 3, text: 'Phân công từ đầu năm.' })
    const again = await textOf(reviewId)
    const from = again.indexOf('Bài học kinh nghiệm') + 1
    expect(again.slice(from, from + 3)).toEqual(['Cần Phân công rõ.', 'Phân công từ đầu năm.', 'Sở có ý kiến khác.'])
    expect(again.filter(line => line === 'Giao ban hằng tháng' || line === 'Làm sớm.')).toEqual([])
    await send(minh, 'reviews.return-part', { partId, version: 4, reason: 'Nêu cả cấp xã' })
    await send(lan, 'reviews.hand-in-part', { partId, version: 5, text: 'Phân công đến từng xã.' })
    const third = await textOf(reviewId)
    expect(third.slice(from, from + 3)).toEqual(['Cần Phân công rõ.', 'Phân công đến từng xã.', 'Sở có ý kiến khác.'])
  })

  it('is of a day to come and of the own unit; what has not come is no longer asked for, what has come is', async () => {
    const { reviewId, partId, input } = await asked()
    const other = (change: object) => send(lan, 'reviews.ask-part', { ...input, partId: newId(), ...change })
    expect(await refusalOf(other({ dueOn: '2026-06-30' }))).toBe('reviews.part-due-past')
    expect(await refusalOf(other({ unitId: units.get(tuan.bodyId)!.id }))).toBe('not-found')
    expect(await refusalOf(other({ place: 'IX/9' }))).toBe('reviews.part-adrift')
    await send(lan, 'reviews.drop-part', { partId, version: 1 })
    expect((await parts(minh, reviewId)).parts).toEqual([])
    expect(await refusalOf(send(lan, 'reviews.hand-in-part', { partId, version: 2, text: '' }))).toBe('reviews.part-dropped')
    await send(lan, 'reviews.drop-part', { partId, version: 2, back: true })
    expect((await parts(minh, reviewId)).parts).toMatchObject([{ arrived: false, own: { state: 'asked' } }])
    await send(lan, 'reviews.hand-in-part', { partId, version: 3, text: '' })
    expect(await refusalOf(send(lan, 'reviews.drop-part', { partId, version: 4 }))).toBe('reviews.part-handed-in')
  })
})
