import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { listen } from '../../../../test/harness/http.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layThread } from '../../../../test/harness/thread.ts'
import { joinText, markWords, writeUnder } from '../../../../test/harness/writing.ts'
import { newId } from '../../../kernel/ids.ts'
import { askVersion } from './put-back.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const door = await listen(site, { signInsPerMinute: 1000 })

type Listed = { versions: { id: string; how: string; name: string; side: string; current: boolean }[] }
type Compared = { changes: { at: number; under: string; before: string | null; after: string | null }[] }
const versions = async (reviewId: string) => (await ask<Listed>(hoa, 'reviews.text-versions', { reviewId })).versions
const compared = async (input: { versionId: string; againstId?: string }) =>
  (await ask<Compared>(tuan, 'reviews.compare-versions', input)).changes.map(({ under, before, after }) => ({
    under,
    before,
    after,
  }))

/** A shared text that Lan writes in. */
async function begun() {
  const [reviewId, { programmeId }] = [newId(), await layThread(site)]
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
  await send(lan, 'reviews.begin-text', { reviewId })
  const { cookie } = await door.signIn('lan')
  const { doc, lines } = await joinText(door.url, cookie, reviewId)
  /** Saves what was just typed, as the writing page does. */
  const save = async (name: string) => {
    const versionId = newId()
    askVersion(doc, versionId)
    await send(lan, 'reviews.save-version', { versionId, reviewId, name, marked: true })
    return versionId
  }
  const restore = async (restores: string) => {
    const versionId = newId()
    askVersion(doc, versionId)
    const input = { versionId, beforeId: newId(), restores, marked: true }
    return send(lan, 'reviews.restore-version', input) as Promise<{ versionId: string; beforeId: string }>
  }
  return { reviewId, doc, lines, save, restore }
}

describe('a version of a shared text', () => {
  it('holds the words typed a moment before, and is compared line by line with what stands now', async () => {
    const { reviewId, doc, save } = await begun()
    writeUnder(doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    const first = await save('Trước hội nghị')
    writeUnder(doc, 'Bài học kinh nghiệm', 'Phân công rõ.')
    const second = await save('Sau hội nghị')
    const changes = [{ under: '4. Bài học kinh nghiệm', before: null, after: 'Phân công rõ.' }]
    expect(await compared({ versionId: first, againstId: second })).toEqual(changes)
    expect(await compared({ versionId: first })).toEqual(changes)
    expect(await compared({ versionId: second })).toEqual([])
    expect(await versions(reviewId)).toMatchObject([
      { name: 'Sau hội nghị', how: 'saved', side: 'UBMTTQ tỉnh', current: true },
      { name: 'Trước hội nghị', current: false },
    ])
  })

  it('is put back before the eyes of whoever writes, and what stood before is kept and can be put back too', async () => {
    const { reviewId, doc, lines, save, restore } = await begun()
    writeUnder(doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    markWords(doc, 'mở chậm', newId())
    const first = await save('Bản một')
    const then = lines()
    writeUnder(doc, 'Ưu điểm', 'Phối hợp tốt.')
    const { beforeId } = await restore(first)
    await expect.poll(lines).toEqual(then)
    expect(doc.getXmlFragment('text').toJSON()).not.toContain('remark')
    expect(await compared({ versionId: beforeId })).toEqual([{ under: '1. Ưu điểm', before: 'Phối hợp tốt.', after: null }])
    await restore(beforeId)
    await expect.poll(lines).toContain('Phối hợp tốt.')
    expect((await versions(reviewId)).map(({ how, name }) => [how, name])).toEqual([
      ['undone', 'Bản một'],
      ['restored', 'Bản một'],
      ['before', 'Bản một'],
      ['saved', 'Bản một'],
    ])
  })

  it('leaves alone the lines that have not changed, with whoever is writing in them', async () => {
    const { reviewId, doc, lines, save, restore } = await begun()
    const first = await save('Bản một')
    writeUnder(doc, 'Ưu điểm', 'Phối hợp tốt.')
    const theirs = await joinText(door.url, (await door.signIn('tuan')).cookie, reviewId)
    await theirs.cut()
    const line = theirs.doc.getXmlFragment('text').toArray().at(-1) as Y.XmlElement
    ;(line.get(0) as Y.XmlText).insert(0, 'Kết thúc. ')
    await restore(first)
    theirs.mend()
    await expect.poll(() => lines().at(-1)).toMatch(/^Kết thúc\. /)
    expect(lines()).not.toContain('Phối hợp tốt.')
  })

  it('is neither saved nor put back once the report is frozen, and is read still', async () => {
    const { reviewId, doc, save } = await begun()
    writeUnder(doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    writeUnder(doc, 'Nguyên nhân chủ quan', 'Chưa đôn đốc.')
    const restores = await save('Bản một')
    const { digest } = await ask<{ digest: string }>(hoa, 'reviews.review', { reviewId })
    for (const leader of [hoa, minh]) await send(leader, 'reviews.freeze-review', { reviewId, digest })
    const [versionId, beforeId] = [newId(), newId()]
    expect(await refusalOf(send(lan, 'reviews.restore-version', { versionId, beforeId, restores }))).toBe('reviews.frozen')
    expect(await refusalOf(send(lan, 'reviews.save-version', { versionId, reviewId, name: 'Bản hai' }))).toBe('reviews.frozen')
    expect(await versions(reviewId)).toMatchObject([{ name: 'Bản một', current: true }])
  })
})
