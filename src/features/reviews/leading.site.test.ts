import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { proveReview } from '../../../bench/proof/figures.ts'
import { directiveInput } from '../../../test/harness/directives.ts'
import { layMeeting } from '../../../test/harness/meetings.ts'
import { frozenLetter, issueInInk } from '../../../test/harness/papers.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { CompiledReview, Figure } from './contract.ts'
import { linesOf } from './fixtures/lines.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, ask, who } = site
const [lan, minh, tuan] = [who('lan'), who('minh'), who('tuan')]

type Answer = { compiled: CompiledReview; digest: string }
type Opened = { now: number; records: { kind: string; title: string; body: string; address: string | null }[] }

/** An issued paper of the other side alone. */
async function issue(programmeId: string, number: number, change: object = {}): Promise<string> {
  const id = newId()
  const row = { id, body_id: tuan.bodyId, programme_id: programmeId, source_kind: 'request', source_id: newId(), kind: 'KH' }
  const printed = { type_name: 'Kế hoạch', subject: 'về việc riêng', symbol: 'KH-SDTTG', profile: 'nd30', place: 'Sơn Hà' }
  const issued = { number, dated: '2026-03-02', issued_at: new Date(), created_by: tuan.accountId, created_at: new Date() }
  const [sha256, frozen_file] = [newId().replaceAll('-', '').padEnd(64, '0'), newId()]
  const file = { id: frozen_file, sha256, size: 1, name: 'a.pdf', media_type: 'application/pdf', owner_body: tuan.bodyId }
  await engine.database.write('system', async tx => {
    await tx.insertInto('blob').values({ sha256, size: 1 }).execute()
    await tx
      .insertInto('file')
      .values({ ...file, created_at: new Date() })
      .execute()
    await tx
      .insertInto('paper')
      .values({ ...row, ...printed, ...issued, state: 'issued', frozen_file, ...change })
      .execute()
  })
  return id
}

async function reviewed() {
  const { programmeId } = await layThread(site)
  const paperId = await issue(programmeId, 5)
  await issue(programmeId, 6, { dated: '2026-07-02' })
  await issue(programmeId, 7, { source_kind: 'petition' })
  await issue(programmeId, 10, { source_kind: 'commendation' })
  await send(lan, 'directives.add-directive', directiveInput(programmeId, { issuedOn: '2026-02-10' }))
  await send(lan, 'directives.add-directive', directiveInput(programmeId))
  const meetingId = await layMeeting(site, programmeId, '2026-03-05')
  await issue(programmeId, 8, { source_kind: 'meeting', source_id: meetingId })
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(minh, 'reviews.propose-review', { reviewId, version: 1 })
  return { programmeId, reviewId, paperId }
}
const look = (actor: Actor, reviewId: string) => ask<Answer>(actor, 'reviews.review', { reviewId })
const ledOf = ({ compiled }: Answer) =>
  new Map(Object.values(compiled.figures).flatMap(one => (one.query.kind === 'led' ? [[one.query.part!, one]] : [])))
const open = (actor: Actor, reviewId: string, figure: Figure) =>
  ask<Opened>(actor, 'reviews.figure', { reviewId, figureId: figure.id })

it('a review tells the papers issued, the directives that came and the conclusions of its days, the same to both sides, and opens each', async () => {
  const { reviewId } = await reviewed()
  const [ours, theirs] = [await look(lan, reviewId), await look(tuan, reviewId)]
  expect(theirs.digest).toBe(ours.digest)
  expect(linesOf(ours.compiled)).toContain(
    'Trong kỳ, các cơ quan đã ban hành 01 văn bản theo sổ đăng ký văn bản đi, tiếp nhận 01 văn bản chỉ đạo mới để triển khai trong chương trình và thống nhất 01 kết luận tại các cuộc họp của tổ công tác.',
  )
  for (const figure of ledOf(ours).values()) {
    const { now, records } = await open(lan, reviewId, figure)
    expect([now, records.length]).toEqual([figure.value, figure.value])
  }
})

it('what a review tells of them is what the database owner counts by statements of its own', async () => {
  const { reviewId, programmeId } = await reviewed()
  const asked = (name: string, input: Record<string, string>) => ask(lan, name, input) as never
  const { checked, differences } = await proveReview(engine.database.pool, asked, { reviewId, programmeId, bodyId: lan.bodyId })
  expect(differences).toEqual([])
  expect(checked['led']).toBe(3)
})

it('a paper of the other side is counted by its number, and what it says stays with that side', async () => {
  const { reviewId, paperId } = await reviewed()
  const issued = ledOf(await look(lan, reviewId)).get('issued')!
  expect((await open(lan, reviewId, issued)).records).toMatchObject([
    { kind: 'paper', title: 'Kế hoạch số 05/KH-SDTTG', address: null },
  ])
  expect((await open(tuan, reviewId, issued)).records).toMatchObject([
    { title: 'Kế hoạch số 05/KH-SDTTG: về việc riêng', address: `/van-ban/${paperId}` },
  ])
})

it('a paper issued after the leader looked refuses the freezing of what was seen', async () => {
  const { programmeId, reviewId } = await reviewed()
  const { digest } = await look(minh, reviewId)
  await issue(programmeId, 9)
  expect((await look(minh, reviewId)).digest).not.toBe(digest)
})

it('a paper that was written elsewhere counts, once issued, in the programme that it was entered for, which must be one of the own body', async () => {
  const { programmeId, reviewId } = await reviewed()
  expect(await refusalOf(frozenLetter(site, who('dung'), { programmeId }))).toBe('not-found')
  const clerk = who('vanthu.mttq')
  const frozen = await frozenLetter(site, clerk, { kind: 'KH', subject: 'Kế hoạch chung', programmeId })
  const counted = async () => ledOf(await look(lan, reviewId)).get('issued')!.value
  expect(await counted()).toBe(1)
  await issueInInk(site, clerk, frozen, '2026-06-10')
  expect(await counted()).toBe(2)
})

it('letters on petitions and decisions on commendations are told to no other side', async () => {
  const { programmeId } = await reviewed()
  const { rows } = await engine.database.read(lan, async db =>
    sql<{ number: number }>`SELECT number FROM issued_papers(${programmeId}::uuid) ORDER BY number`.execute(db),
  )
  expect(rows.map(row => row.number)).toEqual([5, 6, 8])
})

it('nobody outside the programme is told of its papers', async () => {
  const { programmeId } = await reviewed()
  const told = (actor: Actor) =>
    engine.database.read(actor, async db => {
      const { rows } = await sql`SELECT id FROM issued_papers(${programmeId}::uuid)`.execute(db)
      return rows.length
    })
  expect(await told(lan)).toBeGreaterThan(0)
  expect(await told(who('dung'))).toBe(0)
})
