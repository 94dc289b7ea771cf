import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { ask, send, who } = site
const { programmeId } = await layThread(site)
const reviewId = newId()
await send(who('lan'), 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })

type Hit = { kind: string; id: string; title: string; address: string }
const find = async (username: string, words: string) =>
  (await ask<{ hits: Hit[] }>(who(username), 'insight.search', { words })).hits

describe('search', () => {
  it('finds with and without marks, and by an unfinished last word', async () => {
    for (const words of ['báo cáo sơ kết 6 tháng đầu năm 2026', 'bao cao so ket', 'SƠ KẾT 6 thá'])
      expect((await find('lan', words)).map(hit => hit.id)).toContain(reviewId)
  })

  it('gives the address of the screen', async () => {
    const hit = (await find('lan', 'sơ kết')).find(one => one.id === reviewId)
    expect(hit).toMatchObject({ kind: 'review', address: `/bao-cao/${reviewId}` })
  })

  it('finds the parts of a number or a period by themselves', async () => {
    expect((await find('lan', 'sơ kết 2030')).map(hit => hit.id)).toContain(reviewId)
  })

  it('shows nothing to those outside the rights', async () => {
    expect((await find('dung', 'sơ kết')).filter(hit => hit.kind === 'review')).toEqual([])
    expect((await find('tuan', 'sơ kết')).filter(hit => hit.kind === 'review')).toEqual([])
  })

  it('takes operators and quotes as nothing', async () => {
    for (const words of ["sơ'); DROP TABLE review; --", '!!! & | <->', 'a:*b & (', '\\', '🙂'])
      expect(await find('lan', words)).toBeInstanceOf(Array)
  })

  it('refuses no words and more than a hundred characters', async () => {
    expect(await refusalOf(find('lan', ' '))).toBe('bad-input')
    expect(await refusalOf(find('lan', 'a'.repeat(101)))).toBe('bad-input')
  })
})
