import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { sitIn } from '../../../test/harness/seat.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { AnswerOf } from '../../ui/client/types.ts'
import type { endingLines } from './queries/ending-lines.ts'
import type { endings } from './queries/endings.ts'

const site = await openTestSite()
const { send, ask, who, people } = site
const [lan, minh, tuan, hoa, dung] = ['lan', 'minh', 'tuan', 'hoa', 'dung'].map(who) as [Actor, Actor, Actor, Actor, Actor]
const today = vietnamDate(new Date())
const year = Number(today.slice(0, 4))
const yearly = [{ kind: 'every' as const, count: 1, unit: 'year' as const }]
const VISIT = 'Tổ chức đoàn thăm, tặng quà đồng bào dân tộc thiểu số tại các xã biên giới nhân dịp Tết Nguyên đán hằng năm'
const TRAIN = 'Mở lớp tập huấn về công tác dân tộc cho cán bộ Mặt trận ở cơ sở'
const WELL = 'Giám sát việc xây dựng công trình nước sạch tập trung ở thôn đặc biệt khó khăn'

type Endings = AnswerOf<typeof endings>
type Page = {
  clauses: { path: string; text: string; commitments: { leadBodies: string[]; text: string }[] }[]
  origins: { path: string; fromPath: string; fromProgramme: string }[]
  ended: { effectiveOn: string; intoId: string | null } | null
}
const shown = (actor: Actor, programmeId: string) => ask<Endings>(actor, 'renewal.endings', { programmeId })
const page = (actor: Actor, programmeId: string, on = today) => ask<Page>(actor, 'programmes.page', { programmeId, on })
const state = async (actor: Actor, programmeId: string) => (await shown(actor, programmeId)).endings[0]?.state

async function file(actor: Actor): Promise<string> {
  const stored = await site.engine.files.put(Readable.from([Buffer.from(newId())]), 1000)
  const fileId = newId()
  await send(actor, 'files.keep-upload', { fileId, ...stored, name: 'thong-nhat.pdf', mediaType: 'application/pdf' })
  return fileId
}
const input = async (actor: Actor, programmeId: string, more: { [key: string]: Json } = {}) => ({
  endingId: newId(),
  programmeId,
  intoId: null,
  effectiveOn: today,
  reason: 'Hai tỉnh đã hợp nhất',
  paper: { number: '01/TB-LT', date: today, fileId: await file(actor) },
  lines: [],
  ...more,
})
const agree = async (actor: Actor, programmeId: string) => {
  const { id: endingId, version } = (await shown(actor, programmeId)).endings[0]!
  return send(actor, 'renewal.agree-ending', { endingId, version })
}

/** A body of the other province that goes to one of ours from today on. */
async function mergedInto(heir: Actor, leader: Actor, name: string): Promise<string> {
  const bodyId = newId()
  await send('system', 'agencies.create-body', { bodyId, name, shortName: name, symbol: 'CU', kind: 'front', place: 'Hà Cũ' })
  people.bodies.set(bodyId, bodyId)
  const reorganisationId = newId()
  const decision = { number: '02/NQ', date: addDays(today, -30), issuer: 'Quốc hội' }
  const content = { endings: [{ bodyId, heirId: heir.bodyId }] }
  await send(leader, 'reorganisation.draft', { reorganisationId, kind: 'merge', decision, effectiveOn: today, content })
  await send(leader, 'reorganisation.agree', { reorganisationId, version: 1 })
  const applied = async () => (await ask<{ state: string }>(leader, 'reorganisation.one', { reorganisationId })).state
  await vi.waitFor(async () => expect(await applied()).toBe('applied'), 20_000)
  return bodyId
}

describe('two programmes of two merged provinces', () => {
  let [theirs, ours]: [string, string] = ['', '']
  let seated: Actor
  beforeAll(async () => {
    const fronts = await mergedInto(minh, minh, 'Mặt trận tỉnh Hà Cũ')
    const offices = await mergedInto(hoa, hoa, 'Ban Dân tộc tỉnh Hà Cũ')
    const about = { from: year, to: year + 3 }
    const duties = [
      { path: 'I/1', text: VISIT, schedules: yearly },
      { path: 'I/2', text: WELL, schedules: yearly },
      { path: 'I/3', text: 'Họp báo định kỳ', schedules: yearly },
    ]
    theirs = (await insertProgramme(site, duties, { ...about, parties: [fronts, offices] })).id
    const own = [
      { path: 'II/1', text: `${VISIT}.`, schedules: yearly },
      { path: 'II/2', text: TRAIN, schedules: yearly },
    ]
    ours = (await insertProgramme(site, own, about)).id
    seated = await sitIn(site, lan, fronts)
    const planId = newId()
    await send(seated, 'plans.draft-plan', { planId, programmeId: theirs, year })
    const leader = await sitIn(site, minh, fronts)
    const { digest } = await ask<{ digest: string }>(leader, 'plans.plan', { planId })
    await send(leader, 'plans.share-plan', { planId, digest })
  })

  it('run side by side: each is read from its own seat, and offered from the other', async () => {
    expect((await page(seated, theirs)).ended).toBe(null)
    expect(await refusalOf(page(seated, ours))).toBe('not-found')
    expect((await shown(seated, theirs)).others.map(one => one.id)).toEqual([ours])
    expect(await refusalOf(shown(dung, theirs))).toBe('not-found')
  })

  it('are merged clause by clause: the like is proposed as the same, the rest is added, and every party agrees', async () => {
    const asked = { programmeId: theirs, intoId: ours }
    const { lines } = await ask<AnswerOf<typeof endingLines>>(seated, 'renewal.ending-lines', asked)
    expect(lines.map(line => line.proposed)).toEqual([
      { choice: 'same', path: 'I/1', into: 'II/1' },
      { choice: 'added', path: 'I/2' },
      { choice: 'added', path: 'I/3' },
    ])
    const kept = lines.slice(0, 2).map(line => line.proposed)
    const propose = async (said: Json, more = {}) =>
      send(seated, 'renewal.propose-ending', await input(seated, theirs, { intoId: ours, lines: said, ...more }))
    expect(await refusalOf(propose(kept))).toBe('renewal.lines-missing')
    expect(await refusalOf(propose([...kept, ...kept]))).toBe('renewal.line-twice')
    const dropped = { choice: 'dropped', path: 'I/3', reason: 'Không còn đơn vị báo chí' }
    await propose([...kept, dropped])
    expect(await refusalOf(propose([...kept, dropped]))).toBe('renewal.ending-stands')
    await agree(minh, ours)
    expect(await refusalOf(agree(minh, ours))).toBe('agreement.given')
    expect(await state(minh, ours)).toBe('proposed')
    await agree(hoa, ours)
    await vi.waitFor(async () => expect(await state(hoa, ours)).toBe('applied'), 20_000)
  })

  it('go on in one: what was added keeps its words, its duty and its origin, and the old text stands as signed', async () => {
    const merged = await page(tuan, ours)
    const added = merged.clauses.find(clause => clause.text === WELL)!
    expect(added.commitments).toMatchObject([{ text: WELL, leadBodies: [minh.bodyId] }])
    expect(merged.origins.map(({ path, fromPath }) => ({ path, fromPath }))).toEqual([
      { path: 'II/1', fromPath: 'I/1' },
      { path: added.path, fromPath: 'I/2' },
    ])
    const old = await page(seated, theirs)
    expect(old.clauses.map(clause => clause.text)).toEqual([VISIT, WELL, 'Họp báo định kỳ'])
    expect(old.ended).toMatchObject({ effectiveOn: today, intoId: ours })
  })

  it('hand open items of a plan on to the plan of the one that goes on, under the clause that theirs became', async () => {
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId: ours, year })
    const left = await ask<{ items: { id: string; clausePath: string }[] }>(lan, 'plans.unfinished', {
      programmeId: ours,
      year,
      planId,
    })
    const { origins } = await page(lan, ours)
    expect(left.items.map(item => item.clausePath)).toEqual(origins.map(one => one.path))
    const items = left.items.slice(1).map(item => ({ from: item.id, itemId: newId(), dueOn: null }))
    await send(lan, 'plans.carry-items', { planId, reason: 'Làm tiếp sau hợp nhất', items })
    type Plan = { clauses: { path: string; items: { carried: { from: string } | null; leadBodies: string[] }[] }[] }
    const plan = await ask<Plan>(lan, 'plans.plan', { planId })
    const carried = plan.clauses.flatMap(clause => clause.items).filter(item => item.carried)
    expect(carried).toMatchObject([{ carried: { from: items[0]!.from }, leadBodies: [minh.bodyId] }])
  })

  it('begin nothing in the one that ended', async () => {
    const plan = { planId: newId(), programmeId: theirs, year: year + 1 }
    expect(await refusalOf(send(seated, 'plans.draft-plan', plan))).toBe('programmes.ended-early')
    const work = { kind: 'training', title: 'Lớp', heldOn: today, place: 'Xã', count: { value: 1, unit: 'lớp' }, placeIds: [] }
    const activity = { activityId: newId(), programmeId: theirs, itemIds: [newId()], ...work }
    expect(await refusalOf(send(seated, 'activities.record-activity', activity))).toBe('programmes.ended-early')
  })
})

describe('the end of a programme', () => {
  it('is refused before its paper, before it began, and where work came later; withdrawn, it can be proposed anew', async () => {
    const { id } = await insertProgramme(site, [{ path: 'I/1', text: TRAIN, schedules: yearly }], { from: year - 1, to: year })
    const propose = async (more: { [key: string]: Json }) =>
      refusalOf(send(lan, 'renewal.propose-ending', await input(lan, id, more)))
    expect(await propose({ effectiveOn: addDays(today, -1) })).toBe('renewal.ends-before-paper')
    expect(await propose({ effectiveOn: `${year + 1}-01-01` })).toBe('renewal.ends-by-itself')
    expect(await propose({ intoId: id })).toBe('renewal.ends-in-itself')
    const lines = [{ choice: 'added', path: 'I/1' }]
    expect(await propose({ lines })).toBe('renewal.lines-unasked')
    const first = await input(lan, id)
    await send(lan, 'renewal.propose-ending', first)
    expect(await refusalOf(send(lan, 'renewal.agree-ending', { endingId: first.endingId, version: 1 }))).toBe('not-permitted')
    await send(hoa, 'renewal.withdraw-ending', { endingId: first.endingId, version: 1 })
    await send(lan, 'renewal.propose-ending', await input(lan, id))
    for (const leader of [minh, hoa]) await agree(leader, id)
    await vi.waitFor(async () => expect(await state(lan, id)).toBe('applied'), 20_000)
    const { programmes } = await ask<{ programmes: { id: string; state: string }[] }>(lan, 'programmes.list')
    expect(programmes.find(one => one.id === id)?.state).toBe('ended')
  })
})
