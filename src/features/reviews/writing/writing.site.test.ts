import { describe, expect, it } from 'vitest'
import { listen } from '../../../../test/harness/http.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layThread } from '../../../../test/harness/thread.ts'
import { joinText, markWords, type Seat, writeInto, writeUnder } from '../../../../test/harness/writing.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const door = await listen(site, { signInsPerMinute: 1000, writersLookedAtEveryMs: 100, largestText: 200_000 })
const cookies = new Map<string, string>()
const join = async (username: string, reviewId: string): Promise<Seat> => {
  const cookie = cookies.get(username) ?? (await door.signIn(username)).cookie
  cookies.set(username, cookie)
  return joinText(door.url, cookie, reviewId)
}

/** What comes over a line and is kept a moment later. */
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 50 })

type Shown = {
  digest: string
  compiled: { figures: Record<string, { value: number }>; blocks: { kind: string; text?: string; pieces?: unknown[] }[] }
  review: { state: string }
  missing: string[]
}
const look = (acting: Actor, reviewId: string) => ask<Shown>(acting, 'reviews.review', { reviewId })
const said = ({ compiled }: Shown) =>
  compiled.blocks.flatMap(block => block.text ?? (block.pieces ?? []).filter(piece => typeof piece === 'string').join('#'))

async function shared(): Promise<string> {
  const [reviewId, { programmeId }] = [newId(), await layThread(site)]
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
  return reviewId
}
async function begun(): Promise<string> {
  const reviewId = await shared()
  await send(tuan, 'reviews.begin-text', { reviewId })
  return reviewId
}
const kept = async (reviewId: string, words: string) => {
  await poll(async () => said(await look(lan, reviewId)).join('\n')).toContain(words)
  return look(minh, reviewId)
}

describe('a text that both sides write', () => {
  it('begins with what was compiled, takes in what each side types, and is kept', async () => {
    const reviewId = await begun()
    const [ours, theirs] = [await join('lan', reviewId), await join('tuan', reviewId)]
    expect(ours.lines()).toContain('2. Tồn tại, hạn chế')
    writeUnder(ours.doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    writeUnder(theirs.doc, 'Nguyên nhân chủ quan', 'Chưa đôn đốc.')
    await poll(() => theirs.lines()).toContain('Một số lớp mở chậm.')
    await poll(() => ours.lines()).toEqual(theirs.lines())
    await kept(reviewId, 'Chưa đôn đốc.')
    expect(said(await look(hoa, reviewId))).toContain('Một số lớp mở chậm.')
    expect((await look(hoa, reviewId)).missing).toEqual([])
  })

  it('is frozen by both to exactly the words and figures that they saw, and written no longer', async () => {
    const reviewId = await begun()
    const ours = await join('lan', reviewId)
    writeUnder(ours.doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    writeUnder(ours.doc, 'Nguyên nhân chủ quan', 'Chưa đôn đốc.')
    const { digest } = await kept(reviewId, 'Chưa đôn đốc.')
    await send(minh, 'reviews.freeze-review', { reviewId, digest })
    writeUnder(ours.doc, 'Ưu điểm', 'Phối hợp tốt.')
    const later = await kept(reviewId, 'Phối hợp tốt.')
    expect(await refusalOf(send(hoa, 'reviews.freeze-review', { reviewId, digest }))).toBe('reviews.content-moved')
    for (const leader of [hoa, minh]) await send(leader, 'reviews.freeze-review', { reviewId, digest: later.digest })
    const frozen = await look(lan, reviewId)
    expect(frozen.review.state).toBe('frozen')
    writeUnder(ours.doc, 'Ưu điểm', 'Viết sau khi chốt.')
    const again = await join('lan', reviewId)
    expect(again.lines()).not.toContain('Viết sau khi chốt.')
    expect(again.provider.authorizedScope).toBe('readonly')
    expect((await look(lan, reviewId)).compiled).toEqual(frozen.compiled)
  })

  it('merges what was written while a line was cut, from whichever side', async () => {
    const reviewId = await begun()
    const [ours, theirs] = [await join('lan', reviewId), await join('tuan', reviewId)]
    await ours.cut()
    writeUnder(ours.doc, 'Ưu điểm', 'Viết khi mất mạng.')
    writeUnder(theirs.doc, 'Ưu điểm', 'Viết cùng lúc.')
    ours.mend()
    await poll(() => theirs.lines()).toContain('Viết khi mất mạng.')
    await poll(() => ours.lines()).toEqual(theirs.lines())
    await kept(reviewId, 'Viết khi mất mạng.')
  })

  it('opens to nobody but the parties, and only once it is begun', async () => {
    const reviewId = await shared()
    await expect(join('lan', reviewId)).rejects.toThrow()
    await send(lan, 'reviews.begin-text', { reviewId })
    expect(await refusalOf(send(tuan, 'reviews.begin-text', { reviewId }))).toBe('reviews.text-begun')
    await expect(join('dung', reviewId)).rejects.toThrow()
    expect(await refusalOf(send(minh, 'reviews.take-back', { reviewId, version: 2 }))).toBe('reviews.written-together')
  })

  it('opens no line to a page of another site', async () => {
    const { cookie } = await door.signIn('lan')
    const reply = await fetch(`${door.url}/api/writing`, { headers: { cookie, origin: 'https://other.example' } })
    expect(reply.status).toBe(403)
  })

  it('closes the line of whose session has ended, and keeps nothing that comes on it', async () => {
    const reviewId = await begun()
    const { cookie } = await door.signIn('lan')
    const seat = await joinText(door.url, cookie, reviewId)
    expect((await door.post('/api/sign-out', {}, { cookie })).status).toBe(200)
    await poll(() => seat.provider.isSynced).toBe(false)
    writeUnder(seat.doc, 'Ưu điểm', 'Viết sau khi ra.')
    expect((await fetch(`${door.url}/api/writing`, { headers: { cookie, origin: door.url } })).status).toBe(401)
    const theirs = await join('tuan', reviewId)
    expect(theirs.lines()).not.toContain('Viết sau khi ra.')
  })

  it('takes in no more than can be kept, and goes on for the others', async () => {
    const reviewId = await begun()
    const [ours, theirs] = [await join('lan', reviewId), await join('tuan', reviewId)]
    const large = 'x'.repeat(80_000)
    for (let times = 0; times < 2; times += 1) {
      writeUnder(ours.doc, 'Ưu điểm', large)
      await poll(() => theirs.lines().filter(line => line === large).length).toBe(times + 1)
    }
    writeUnder(ours.doc, 'Ưu điểm', large)
    writeUnder(theirs.doc, 'Ưu điểm', 'Viết được.')
    await kept(reviewId, 'Viết được.')
    expect(theirs.lines().filter(line => line === large)).toHaveLength(2)
  })
})

describe('a remark on a place in the text', () => {
  type Desk = {
    remarks: { id: string; side: string; quote: string }[]
    said: { note: string }[]
    writers: Record<string, number>
  }
  const desk = (acting: Actor, reviewId: string) => ask<Desk>(acting, 'reviews.text-desk', { reviewId })
  async function remarked(said: { note?: string; replacement?: string | null }, quote = 'mở chậm') {
    const [reviewId, remarkId] = [await begun(), newId()]
    const ours = await join('lan', reviewId)
    writeUnder(ours.doc, 'Tồn tại, hạn chế', 'Một số lớp mở chậm.')
    markWords(ours.doc, quote, remarkId)
    await send(tuan, 'reviews.raise-remark', { remarkId, reviewId, quote, note: '', replacement: null, ...said })
    await kept(reviewId, 'Một số lớp mở chậm.')
    return { reviewId, remarkId, ours }
  }

  it('is a suggestion that goes into the text in the step that accepts it, once', async () => {
    const { reviewId, remarkId, ours } = await remarked({ replacement: 'mở chậm so với kế hoạch' })
    expect((await desk(lan, reviewId)).remarks).toMatchObject([{ id: remarkId, quote: 'mở chậm' }])
    await send(lan, 'reviews.close-remark', { remarkId, outcome: 'accepted' })
    await poll(() => ours.lines()).toContain('Một số lớp mở chậm so với kế hoạch.')
    expect((await desk(tuan, reviewId)).remarks).toEqual([])
    expect(await refusalOf(send(minh, 'reviews.close-remark', { remarkId, outcome: 'refused' }))).toBe('changed-meanwhile')
    expect(said(await look(hoa, reviewId))).toContain('Một số lớp mở chậm so với kế hoạch.')
    // The words are of the side that suggested them.
    expect(Object.values((await desk(hoa, reviewId)).writers).toSorted((a, b) => a - b)).toEqual([1, 2])
  })

  it('is not accepted once others have written into its words', async () => {
    const { reviewId, remarkId, ours } = await remarked({ replacement: 'mở muộn' })
    writeInto(ours.doc, remarkId, 'mở '.length, 'rất ')
    await kept(reviewId, 'mở rất chậm')
    expect(await refusalOf(send(lan, 'reviews.close-remark', { remarkId, outcome: 'accepted' }))).toBe('reviews.remark-overtaken')
    await send(lan, 'reviews.close-remark', { remarkId, outcome: 'refused' })
    expect(ours.lines()).toContain('Một số lớp mở rất chậm.')
  })

  it('is not accepted where its place has gone, and is withdrawn by its own side only', async () => {
    const { reviewId, remarkId } = await remarked({ note: 'Nói nhanh.', replacement: 'nhanh' }, 'không có ở đây')
    expect(await refusalOf(send(lan, 'reviews.close-remark', { remarkId, outcome: 'accepted' }))).toBe('reviews.remark-adrift')
    expect(await refusalOf(send(lan, 'reviews.close-remark', { remarkId, outcome: 'withdrawn' }))).toBe('reviews.not-your-remark')
    await send(tuan, 'reviews.close-remark', { remarkId, outcome: 'withdrawn' })
    expect((await desk(lan, reviewId)).said).toEqual([])
  })

  it('is a comment that changes no word; which side wrote what is told by side', async () => {
    const { reviewId, remarkId, ours } = await remarked({ note: 'Nêu tên xã.' })
    expect(await refusalOf(send(lan, 'reviews.close-remark', { remarkId, outcome: 'accepted' }))).toBe('bad-input')
    await send(lan, 'reviews.close-remark', { remarkId, outcome: 'settled' })
    expect(ours.lines()).toContain('Một số lớp mở chậm.')
    expect((await desk(lan, reviewId)).said).toMatchObject([{ note: 'Nêu tên xã.' }])
    expect((await desk(hoa, reviewId)).writers[ours.doc.clientID]).toBe(1)
  })
})
