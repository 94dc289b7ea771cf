import { describe, expect, it } from 'vitest'
import { frozenLetter, frozenPaper, frozenReview } from '../../../test/harness/papers.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Book } from './registers/book.ts'

let day = '2026-06-16'
const site = await openTestSite({ now: () => new Date(`${day}T03:00:00Z`) })
const { send, ask, who } = site
const [lan, minh, tuan, clerk] = [who('lan'), who('minh'), who('tuan'), who('vanthu.mttq')]

type Register = { book: Book }
const book = async (): Promise<Book> => (await ask<Register>(clerk, 'papers.register', {})).book
type Numbered = { version: number; number: number; letter: string; cited: string }
const number = (paperId: string, version: number, more = {}) =>
  send(clerk, 'papers.number-paper', {
    paperId,
    version,
    entryId: newId(),
    dated: day,
    ink: true,
    ...more,
  }) as Promise<unknown> as Promise<Numbered>
const keep = (entryId = newId()) =>
  send(clerk, 'papers.keep-number', { entryId, kind: 'CV', dated: day, keptFor: 'Ban Phong trào' }).then(() => entryId)

describe('a paper', () => {
  it('is made of a frozen review by the side that leads, once, and seen by the other side from its freezing on', async () => {
    const { reviewId } = await frozenReview(site)
    const input = { paperId: newId(), reviewId }
    expect(await refusalOf(send(tuan, 'papers.prepare-paper', input))).toBe('papers.lead-makes')
    await send(lan, 'papers.prepare-paper', input)
    expect(await refusalOf(send(lan, 'papers.prepare-paper', { ...input, paperId: newId() }))).toBe('papers.made-already')
    const seen = () => ask(tuan, 'papers.paper', { paperId: input.paperId })
    expect(await refusalOf(seen())).toBe('not-found')
    expect(await refusalOf(send(clerk, 'papers.freeze-paper', { paperId: input.paperId, version: 1 }))).toBe('papers.check-first')
    await send(clerk, 'papers.check-paper', { paperId: input.paperId, version: 1 })
    await send(clerk, 'papers.freeze-paper', { paperId: input.paperId, version: 2 })
    expect(await seen()).toMatchObject({ paper: { state: 'frozen', symbol: 'BC-MTTQ-BTT-SDTTG' }, turn: { step: 'sign' } })
  })

  it('goes back to be put right while nobody has signed, and keeps what was frozen', async () => {
    const { paperId, version } = await frozenPaper(site, clerk)
    await send(clerk, 'papers.thaw-paper', { paperId, version })
    await send(clerk, 'papers.check-paper', { paperId, version: version + 1 })
    await send(clerk, 'papers.freeze-paper', { paperId, version: version + 2 })
    expect(await ask(minh, 'papers.paper', { paperId })).toMatchObject({ copies: [{ kind: 'frozen' }, { kind: 'frozen' }] })
    await number(paperId, version + 3)
    expect(await refusalOf(send(clerk, 'papers.thaw-paper', { paperId, version: version + 4 }))).toBe('papers.signed-already')
  })

  it('takes no number before somebody has signed', async () => {
    const { paperId, version } = await frozenLetter(site, clerk)
    expect(await refusalOf(number(paperId, version, { ink: false }))).toBe('papers.sign-first')
  })
})

describe('the outgoing register', () => {
  it('gives numbers in the order of time, letters behind them, keeps some and never uses a cancelled one again', async () => {
    const first = await frozenLetter(site, clerk)
    const { number: one, cited } = await number(first.paperId, first.version)
    expect(cited).toBe(`${String(one).padStart(2, '0')}/MTTQ-BTT`)
    const kept = await keep()
    const gone = await keep()
    await send(clerk, 'papers.cancel-number', { entryId: gone, version: 1, reason: 'Không ban hành' })
    const [second, third, fourth] = [
      await frozenLetter(site, clerk),
      await frozenLetter(site, clerk),
      await frozenLetter(site, clerk),
    ]
    expect((await number(second.paperId, second.version, { keptId: kept })).number).toBe(one + 1)
    expect(await number(third.paperId, third.version, { after: one })).toMatchObject({ number: one, letter: 'A' })
    expect((await number(fourth.paperId, fourth.version)).number).toBe(one + 3)
    expect(await refusalOf(send(clerk, 'papers.cancel-number', { entryId: gone, version: 2, reason: 'Lần nữa' }))).toBe(
      'papers.cancelled-already',
    )
  })

  it('dates no paper to come, and none before the number that went before', async () => {
    const { paperId, version } = await frozenLetter(site, clerk)
    expect(await refusalOf(number(paperId, version, { dated: '2026-06-17' }))).toBe('papers.in-future')
    expect(await refusalOf(number(paperId, version, { dated: '2026-06-15' }))).toBe('papers.before-latest')
  })

  it('begins anew each year', async () => {
    const late = await frozenLetter(site, clerk)
    day = '2027-01-04'
    expect((await number(late.paperId, late.version)).number).toBe(1)
    day = '2026-06-16'
  })

  it('gives twenty clerks at once a number each, and the book holds every number from the first on', async () => {
    const before = await book()
    await Promise.all(Array.from({ length: 60 }, () => keep()))
    const after = (await ask<Register>(clerk, 'papers.register', { key: '2026' })).book
    const own = after.lines.filter(line => line.counted && /^\d+$/.test(line.number)).map(line => Number(line.number))
    expect(own.toSorted((a, b) => a - b)).toEqual(Array.from({ length: after.last }, (_, at) => at + 1))
    expect(before.key).toBe('2027')
  })

  it('drops the paper whose number is cancelled before it was issued', async () => {
    const { paperId, version } = await frozenLetter(site, clerk)
    const entryId = newId()
    await send(clerk, 'papers.number-paper', { paperId, version, entryId, dated: day, ink: true })
    await send(clerk, 'papers.cancel-number', { entryId, version: 1, reason: 'In sai' })
    expect(await ask(clerk, 'papers.paper', { paperId })).toMatchObject({ paper: { state: 'dropped', endedReason: 'In sai' } })
  })
})

describe('the numbers of a Party body', () => {
  const party = who('vanthu.bdv')
  it('run through a term, type by type, once the term is entered', async () => {
    const take = (kind: string) =>
      send(party, 'papers.keep-number', {
        entryId: newId(),
        kind,
        dated: day,
        keptFor: 'Phòng Dân vận',
      }) as Promise<unknown> as Promise<{ number: number }>
    expect(await refusalOf(take('CV'))).toBe('papers.no-term')
    await send(party, 'papers.set-term', { startsOn: '2025-10-20', name: '2025 - 2030' })
    await send(party, 'papers.open-book', { bookId: newId(), kind: 'CV', dated: day, first: 412 })
    expect([(await take('CV')).number, (await take('BC')).number, (await take('CV')).number]).toEqual([412, 1, 413])
    day = '2027-01-04'
    expect((await take('CV')).number).toBe(414)
    day = '2026-06-16'
    const again = { bookId: newId(), kind: 'CV', dated: day, first: 1 }
    expect(await refusalOf(send(party, 'papers.open-book', again))).toBe('papers.book-begun')
  })
})
