import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { CompiledReview, Figure, Section } from './contract.ts'
import { type LoadedReview, reviewExport } from './review-export.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const [xem, dung, thao] = [who('xem'), who('dung'), who('thao')]

type Answer = {
  review: { version: number; state: string }
  compiled: CompiledReview
  digest: string
  missing: Section[]
  agreements: { bodyId: string; current: boolean }[]
  changedSinceFrozen: boolean
  movedFigures: string[]
  can: Record<'write' | 'propose' | 'takeBack' | 'freeze', { code: string } | null>
}
const look = (acting: ReturnType<typeof who>, reviewId: string) => ask<Answer>(acting, 'reviews.review', { reviewId })
const figureOf = (answer: Answer, kind: string): Figure =>
  Object.values(answer.compiled.figures).find(one => one.query.kind === kind)!

async function open(): Promise<{ reviewId: string; thread: Awaited<ReturnType<typeof layThread>> }> {
  const thread = await layThread(site)
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }, { heldOn: '2026-12-20' }])
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  return { reviewId, thread }
}

const write = (reviewId: string, version: number, section: Section, text: string) =>
  send(lan, 'reviews.write-text', { reviewId, version, section, text })

async function proposed() {
  const opened = await open()
  await write(opened.reviewId, 1, 'difficulties', 'Một số xã gửi số liệu chậm.')
  await write(opened.reviewId, 2, 'causes-objective', 'Mưa lũ chia cắt nhiều thôn.')
  await send(minh, 'reviews.propose-review', { reviewId: opened.reviewId, version: 3 })
  return opened
}

async function frozen() {
  const opened = await proposed()
  const { digest } = await look(minh, opened.reviewId)
  await send(minh, 'reviews.freeze-review', { reviewId: opened.reviewId, digest })
  await send(hoa, 'reviews.freeze-review', { reviewId: opened.reviewId, digest })
  return opened
}

const rowOf = (reviewId: string) =>
  engine.database.read('system', db => db.selectFrom('review').selectAll().where('id', '=', reviewId).executeTakeFirstOrThrow())
const frozenText = async (reviewId: string) => JSON.stringify((await rowOf(reviewId)).frozen)

describe('a review', () => {
  it('has the days of its reporting profile and a due day', async () => {
    const { reviewId } = await open()
    expect(await rowOf(reviewId)).toMatchObject({
      period_from: '2025-12-15',
      period_to: '2026-06-14',
      due_on: '2026-06-20',
      state: 'draft',
    })
  })

  it('is opened once per side and period, within the years of the programme', async () => {
    const { thread } = await open()
    const again = { reviewId: newId(), programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 }
    expect(await refusalOf(send(minh, 'reviews.open-review', again))).toBe('reviews.opened-already')
    expect(await refusalOf(send(minh, 'reviews.open-review', { ...again, year: 2035 }))).toBe('reviews.year-outside')
    expect(await refusalOf(send(minh, 'reviews.open-review', { ...again, kind: 'year' }))).toBe('field.half')
    await send(tuan, 'reviews.open-review', { ...again, reviewId: newId() })
  })

  it('is compiled from what was recorded in its days', async () => {
    const { reviewId } = await open()
    const answer = await look(lan, reviewId)
    expect(figureOf(answer, 'reach').value).toBe(117)
    const { records } = await ask<{ records: { heldOn: string }[] }>(lan, 'reviews.figure', {
      reviewId,
      figureId: figureOf(answer, 'reach').id,
    })
    expect(records.map(one => one.heldOn)).toEqual(['2026-03-10'])
  })

  it('gives every figure the sum of the records that it opens', async () => {
    const { reviewId, thread } = await open()
    const list = Array.from({ length: 9 }, (_, at) => ({
      heldOn: `2026-0${(at % 6) + 1}-10`,
      reach: 10 + at,
      money: 1_000_000 * at,
      kind: ['visit', 'training', 'survey'][at % 3]!,
    }))
    await layActivities(site, thread, thread.items[1]!, list)
    const answer = await look(lan, reviewId)
    for (const figure of Object.values(answer.compiled.figures)) {
      const opened = await ask<{ now: number; records: Record<string, number | null>[] }>(lan, 'reviews.figure', {
        reviewId,
        figureId: figure.id,
      })
      expect(opened.now).toBe(figure.value)
      const sum = (key: string) => opened.records.reduce((total, one) => total + (one[key] ?? 0), 0)
      const wanted = {
        activities: opened.records.length,
        uncounted: opened.records.length,
        count: sum('count'),
        reach: sum('reach'),
        money: sum('money'),
        share: 50 * sum('count'),
        // These records have neither fields of a kind nor places, no target is for each of them, and no petition, supervision, movement or honour is shared.
        detail: 0,
        communes: 0,
        petitions: 0,
        supervisions: 0,
        split: 0,
        movements: 0,
        honours: 0,
        places: 0,
        led: opened.records.length,
        informing: opened.records.length,
      }
      expect(figure.value).toBe(wanted[figure.query.kind])
    }
  })

  it('says of a figure in words what it counts, and when it was reckoned: of a frozen report at the freezing', async () => {
    type Opened = { counted: { what: string; where: string[] }; reckonedAt: string }
    const { reviewId } = await frozen()
    const answer = await look(lan, reviewId)
    const figure = Object.values(answer.compiled.figures).find(one => one.query.kind === 'count' && one.query.activityKind)!
    const opened = await ask<Opened>(lan, 'reviews.figure', { reviewId, figureId: figure.id })
    expect(opened.counted).toEqual({
      what: 'Cộng số “lớp” đã thực hiện của các hoạt động',
      where: ['loại việc: Tập huấn, bồi dưỡng', 'nội dung: Phần II, mục 1'],
    })
    expect(opened.reckonedAt).toBe((await rowOf(reviewId)).frozen_at!.toISOString())
  })

  it('knows no figure that it does not show', async () => {
    const { reviewId } = await open()
    expect(await refusalOf(ask(lan, 'reviews.figure', { reviewId, figureId: 'toString' }))).toBe('not-found')
  })

  it('keeps what two people write at the same moment apart', async () => {
    const { reviewId } = await open()
    const outcomes = await Promise.allSettled([write(reviewId, 1, 'lessons', 'Một'), write(reviewId, 1, 'proposals', 'Hai')])
    expect(outcomes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await refusalOf(write(reviewId, 1, 'lessons', 'Ba'))).toBe('changed-meanwhile')
  })
})

describe('rights to a review', () => {
  it('keep a draft with its own side, whatever the way to it', async () => {
    const { reviewId, thread } = await open()
    for (const stranger of [tuan, hoa, xem, dung, thao]) {
      expect(await refusalOf(look(stranger, reviewId))).toBe('not-found')
      expect(await refusalOf(ask(stranger, 'reviews.figure', { reviewId, figureId: 'x' }))).toBe('not-found')
      const listed = await ask<{ reviews: { id: string }[] }>(stranger, 'reviews.list', { programmeId: thread.programmeId })
      expect(listed.reviews).toEqual([])
      const found = await ask<{ hits: { id: string }[] }>(stranger, 'insight.search', { words: 'sơ kết 6 tháng đầu năm 2026' })
      expect(found.hits.map(hit => hit.id)).not.toContain(reviewId)
    }
    expect(await refusalOf(send(hoa, 'reviews.propose-review', { reviewId, version: 1 }))).toBe('not-found')
    expect(await refusalOf(send(tuan, 'reviews.write-text', { reviewId, version: 1, section: 'lessons', text: 'x' }))).toBe(
      'not-found',
    )
  })

  it('show a proposed review to the parties and to nobody else', async () => {
    const { reviewId } = await proposed()
    expect((await look(xem, reviewId)).review.state).toBe('proposed')
    expect(await refusalOf(look(thao, reviewId))).toBe('not-found')
    expect(await refusalOf(send(thao, 'reviews.freeze-review', { reviewId, digest: 'a'.repeat(64) }))).toBe('not-found')
  })

  it('let officers write and leaders propose, each on their own side', async () => {
    const { reviewId } = await proposed()
    expect(await refusalOf(write(reviewId, 4, 'lessons', 'x'))).toBe('reviews.take-back-first')
    expect(await refusalOf(send(tuan, 'reviews.write-text', { reviewId, version: 4, section: 'lessons', text: 'x' }))).toBe(
      'reviews.not-your-review',
    )
    expect(await refusalOf(send(lan, 'reviews.take-back', { reviewId, version: 4 }))).toBe('not-permitted')
    expect(await refusalOf(send(hoa, 'reviews.take-back', { reviewId, version: 4 }))).toBe('reviews.not-your-review')
  })

  it('refuse a stranger who would open one', async () => {
    const { thread } = await open()
    const input = { reviewId: newId(), programmeId: thread.programmeId, kind: 'year', year: 2026 }
    expect(await refusalOf(send(dung, 'reviews.open-review', input))).toBe('not-found')
    expect(await refusalOf(send(xem, 'reviews.open-review', input))).toBe('not-permitted')
  })
})

const load = (acting: typeof lan, reviewId: string) =>
  engine.database.read(acting, db =>
    reviewExport.load({ db, acting, now: engine.now(), today: '2026-06-16' }, reviewId),
  ) as Promise<LoadedReview>

describe('the paper of a review', () => {
  it('is never made of a draft for those who may not see it', async () => {
    const { reviewId } = await open()
    for (const stranger of [tuan, hoa, dung]) expect(await refusalOf(load(stranger, reviewId))).toBe('not-found')
  })

  it('names the own side’s leader and leaves the other side’s name to the pen', async () => {
    const { reviewId } = await proposed()
    const names = async (acting: typeof lan) => (await load(acting, reviewId)).paper.signatures.map(one => one.name)
    expect(await names(lan)).toEqual(['Lò Văn Minh', expect.stringMatching(/^…+$/)])
    expect(await names(tuan)).toEqual([expect.stringMatching(/^…+$/), 'Vi Thị Hoa'])
  })

  it('is set from the frozen content, not from later records', async () => {
    const { reviewId, thread } = await frozen()
    const before = (await load(lan, reviewId)).paper
    await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-05-05', reach: 20 }])
    expect((await load(lan, reviewId)).paper).toEqual(before)
    expect(before.mark).toBeNull()
  })
})

describe('freezing', () => {
  it('is refused while shortcomings or causes are not written, and says which', async () => {
    const { reviewId } = await open()
    await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
    const answer = await look(minh, reviewId)
    expect(answer.missing).toEqual(['difficulties', 'causes-objective', 'causes-subjective'])
    expect(answer.can.freeze).toMatchObject({ code: 'reviews.difficulties-missing' })
    const { digest } = answer
    expect(await refusalOf(send(minh, 'reviews.freeze-review', { reviewId, digest }))).toBe('reviews.difficulties-missing')
    await send(minh, 'reviews.take-back', { reviewId, version: 2 })
    await write(reviewId, 3, 'difficulties', 'Chậm.')
    await send(minh, 'reviews.propose-review', { reviewId, version: 4 })
    expect((await look(minh, reviewId)).can.freeze).toMatchObject({ code: 'reviews.causes-missing' })
  })

  it('needs a leader of every party, each for the same content', async () => {
    const { reviewId } = await proposed()
    const { digest } = await look(minh, reviewId)
    expect(await refusalOf(send(lan, 'reviews.freeze-review', { reviewId, digest }))).toBe('not-permitted')
    expect(await send(minh, 'reviews.freeze-review', { reviewId, digest })).toEqual({ frozen: false })
    expect((await look(minh, reviewId)).can.freeze).toMatchObject({ code: 'agreement.given' })
    expect(await send(hoa, 'reviews.freeze-review', { reviewId, digest })).toEqual({ frozen: true })
    expect(await refusalOf(send(hoa, 'reviews.freeze-review', { reviewId, digest }))).toBe('reviews.frozen')
  })

  it('is refused for a content that moved after it was seen, and earlier agreements do not count for the new one', async () => {
    const { reviewId, thread } = await proposed()
    const before = await look(minh, reviewId)
    await send(minh, 'reviews.freeze-review', { reviewId, digest: before.digest })
    await layActivities(site, thread, thread.items[1]!, [{ heldOn: '2026-04-01' }])
    expect(await refusalOf(send(hoa, 'reviews.freeze-review', { reviewId, digest: before.digest }))).toBe('reviews.content-moved')
    const after = await look(hoa, reviewId)
    expect(after.agreements).toMatchObject([{ current: false }])
    expect(await send(hoa, 'reviews.freeze-review', { reviewId, digest: after.digest })).toEqual({ frozen: false })
    expect(await send(minh, 'reviews.freeze-review', { reviewId, digest: after.digest })).toEqual({ frozen: true })
  })

  it('keeps the frozen bytes for ever, and says that the figures have moved', async () => {
    const { reviewId, thread } = await frozen()
    const bytes = await frozenText(reviewId)
    const shown = await look(lan, reviewId)
    expect(shown.changedSinceFrozen).toBe(false)
    await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-05-05', reach: 20 }])
    const later = await look(lan, reviewId)
    expect(await frozenText(reviewId)).toBe(bytes)
    expect(later.compiled).toEqual(shown.compiled)
    expect(later.changedSinceFrozen).toBe(true)
    const figureId = figureOf(later, 'reach').id
    expect(later.movedFigures).toContain(figureId)
    const opened = await ask<{ now: number; figure: Figure }>(lan, 'reviews.figure', { reviewId, figureId })
    expect([opened.figure.value, opened.now]).toEqual([117, 137])
  })

  it('is held by the database itself, also against the site', async () => {
    const { reviewId } = await frozen()
    const change = engine.database.write('system', tx =>
      tx
        .updateTable('review')
        .set({ frozen: JSON.stringify({}) })
        .where('id', '=', reviewId)
        .execute(),
    )
    await expect(change).rejects.toThrow('a frozen review does not change')
  })

  it('falls with a taking back: agreements are withdrawn', async () => {
    const { reviewId } = await proposed()
    const { digest } = await look(minh, reviewId)
    await send(hoa, 'reviews.freeze-review', { reviewId, digest })
    await send(minh, 'reviews.take-back', { reviewId, version: 4 })
    expect((await look(minh, reviewId)).agreements).toEqual([])
  })
})

describe('my work', () => {
  type Work = { groups: { key: string; items: { id: string; step: string; kind: string }[] }[] }
  const stepOf = async (acting: ReturnType<typeof who>, id: string) => {
    const { groups } = await ask<Work>(acting, 'insight.my-work')
    const group = groups.find(one => one.items.some(item => item.id === id))
    return group && `${group.key}: ${group.items.find(item => item.id === id)!.step}`
  }

  it('asks each side for its next step, until the review is frozen', async () => {
    const { reviewId } = await open()
    expect(await stepOf(lan, reviewId)).toBe('week: write-review')
    expect(await stepOf(tuan, reviewId)).toBeUndefined()
    await write(reviewId, 1, 'difficulties', 'Chậm.')
    await write(reviewId, 2, 'causes-subjective', 'Chưa đôn đốc.')
    await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
    expect(await stepOf(hoa, reviewId)).toBe('week: agree-review')
    const { digest } = await look(minh, reviewId)
    await send(minh, 'reviews.freeze-review', { reviewId, digest })
    expect(await stepOf(minh, reviewId)).toBe('theirs: open-review')
    await send(hoa, 'reviews.freeze-review', { reviewId, digest })
    expect(await stepOf(hoa, reviewId)).toBeUndefined()
  })

  it('reminds of a report that nobody has begun', async () => {
    const { programmeId } = await layThread(site)
    expect(await stepOf(tuan, `${programmeId}.half-year.2026`)).toBe('week: write-review')
    expect(await stepOf(thao, `${programmeId}.half-year.2026`)).toBeUndefined()
  })
})
