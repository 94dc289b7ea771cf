import { beforeAll, describe, expect, it } from 'vitest'
import { benefitInput, gatheringInput, listInput } from '../../../test/harness/honours.ts'
import { layPlaces, type TestPlaces } from '../../../test/harness/places.ts'
import { dumpOf, placesOfPlanted } from '../../../test/harness/planted.ts'
import { openTestSite, refusalOf, SITE_URL } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { features, groundJobs, jobGround } from '../../app/registry.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { honoursOfProgramme } from './figures.ts'
import type { list } from './queries/list.ts'
import type { Opened } from './queries/recognition.ts'
import type { report } from './queries/report.ts'

type List = Awaited<ReturnType<typeof list.run>>
type Report = Awaited<ReturnType<typeof report.run>>
type Before = { same: { side: string; givenOn: string }[]; over: { code: string } | null }
type Change = { [key: string]: Json }

let now = new Date('2026-03-02T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who } = site
const [lan, minh, tuan, dung, clerk] = [who('lan'), who('minh'), who('tuan'), who('dung'), who('vanthu.mttq')]
const on = (day: string) => (now = new Date(`${day}T03:00:00Z`))
const WHY = 'Chuẩn bị đi thăm ngày Tết'
const NAME = 'Lò Thị Cất Giữ'
let places: TestPlaces
let programmeId: string

beforeAll(async () => {
  places = await layPlaces(site)
  programmeId = (await layThread(site)).programmeId
})

/** A recognition in the village, kept by whoever loads it. */
async function recognised(acting = lan, change: Change = {}, name = NAME): Promise<string> {
  const input = listInput(places.villageId, change, name)
  await send(acting, 'honours.load-list', input)
  return input.rows[0]!.recognitionId
}
/** One row, in a village where nothing stands yet. */
const elsewhere = async (mark: string) => {
  const { villageId } = await layPlaces(site, mark)
  return () => ({ rows: [{ recognitionId: newId(), villageId, name: NAME }] })
}
const open = (recognitionId: string, acting = lan, purpose = WHY) =>
  ask<Opened>(acting, 'honours.recognition', { recognitionId, purpose })
const before = (recognitionId: string, acting = lan, more: Change = {}) =>
  ask<Before>(acting, 'honours.before-giving', { recognitionId, nature: 'sickness', on: '2026-02-20', ...more })

describe('the register of those who are recognised', () => {
  it('shows villages to its keepers, and a name to who says why, which stands in the log', async () => {
    const id = await recognised()
    const { rows } = await ask<List>(lan, 'honours.list', {})
    expect(rows).toMatchObject([{ id, village: 'thôn Nà Lốc', commune: 'xã Nậm Mây', endedOn: null }])
    expect(JSON.stringify(rows)).not.toContain('Cất Giữ')
    expect((await open(id)).name).toBe(NAME)
    expect(await refusalOf(open(id, lan, 'x'))).toBe('field.purpose')
    const log = await site.engine.database.pool.query('SELECT subject_kind, purpose FROM access_log WHERE subject_id = $1', [id])
    expect(log.rows).toEqual([{ subject_kind: 'recognition', purpose: WHY }])
  })

  it('is closed to other units, to the partner and to strangers', async () => {
    const id = await recognised()
    expect(await refusalOf(open(id, clerk))).toBe('not-permitted')
    for (const other of [tuan, dung]) {
      expect(await refusalOf(open(id, other))).toBe('not-found')
      expect((await ask<List>(other, 'honours.list', {})).rows).toEqual([])
    }
  })

  it('keeps a name in no table, no log, no queue, no letter, no file and no backup', async () => {
    const id = await recognised()
    const input = { recognitionId: id, version: 1, name: 'Lò Thị Cất Giữ Lại' }
    const commandId = newId()
    expect(await send(lan, 'honours.change-name', input, commandId)).toEqual(
      await send(lan, 'honours.change-name', input, commandId),
    )
    expect((await open(id)).name).toBe('Lò Thị Cất Giữ Lại')
    expect(await dumpOf(site), 'the search is a fair one').toContain('Nà Lốc')
    expect(await placesOfPlanted(site, /Cất Giữ|cat giu/i)).toEqual([])
  })

  it('takes all rows of a decision or none, once', async () => {
    const input = listInput(places.villageId)
    const more = { recognitionId: newId(), villageId: places.communeId, name: 'Ai Đó' }
    expect(await refusalOf(send(lan, 'honours.load-list', { ...input, rows: [...input.rows, more] }))).toBe('honours.not-village')
    await send(lan, 'honours.load-list', input)
    expect(await refusalOf(send(lan, 'honours.load-list', { ...input, listId: newId() }))).toBe('honours.loaded-already')
    expect(await refusalOf(recognised(lan, { decidedBy: 'province' }))).toBe('honours.wrong-decider')
  })

  it('has one for a village: a new decision ends the earlier, whose name is forgotten a year later', async () => {
    on('2026-03-02')
    const one = await elsewhere('một')
    const first = await recognised(lan, { date: '2026-02-01', year: 2026, ...one() })
    const second = await recognised(lan, { date: '2026-02-15', year: 2026, ...one() })
    expect((await open(first)).recognition).toMatchObject({ endedOn: '2026-02-15', endedBy: 'renewed' })
    const { rows } = await site.engine.database.pool.query('SELECT sealed_key FROM recognition_name WHERE recognition_id = $1', [
      first,
    ])
    on('2027-02-14')
    await forget()
    expect((await open(first)).name).toBe(NAME)
    on('2027-02-15')
    await forget()
    expect((await open(first)).name).toBeNull()
    expect(await site.engine.keys.find(rows[0].sealed_key)).toBeNull()
    expect((await open(second)).name).toBe(NAME)
    const audit = await site.engine.database.pool.query(
      `SELECT detail FROM audit WHERE command = 'honours.forget-name' AND subject_id = $1`,
      [first],
    )
    expect(audit.rows).toEqual([{ detail: { name: 'forgotten', day: '2027-02-15' } }])
  })

  it('is not ended by a decision that came before its own, entered late: the name of who stands would be forgotten at once', async () => {
    on('2026-03-02')
    const one = await elsewhere('hai')
    const standing = await recognised(lan, { date: '2026-03-01', year: 2026, ...one() })
    const late = { date: '2023-12-10', decidedBy: 'province', year: 2023 }
    expect(await refusalOf(recognised(lan, { ...late, ...one() }))).toBe('honours.later-standing')
    await forget()
    expect(await open(standing)).toMatchObject({ name: NAME, recognition: { endedOn: null } })
  })

  it('keeps of a removal its decision and the letter of the article, which can be taken back at once', async () => {
    on('2026-03-02')
    const id = await recognised()
    const removal = { recognitionId: id, version: 1, number: '9/QĐ-UBND', date: '2026-03-01', letter: 'đ' }
    expect(await refusalOf(send(lan, 'honours.remove-recognition', { ...removal, reason: 'Vì' }))).toBe('bad-input')
    await send(lan, 'honours.remove-recognition', removal)
    expect((await open(id)).recognition).toMatchObject({ endedOn: '2026-03-01', endNumber: '9/QĐ-UBND', endLetter: 'đ' })
    expect(await refusalOf(send(lan, 'honours.give-benefit', benefitInput(id)))).toBe('honours.ended')
    await send(lan, 'honours.restore-recognition', { recognitionId: id, version: 2 })
    expect((await open(id)).recognition).toMatchObject({ endedOn: null, endLetter: null })
  })

  it('keeps of a consultation the body and its paper, with no field for a word on anybody', async () => {
    const input = listInput(places.villageId)
    await send(lan, 'honours.load-list', input)
    const asked = {
      consultationId: newId(),
      listId: input.listId,
      consulted: 'Công an xã',
      paperNumber: '3/CAX',
      paperDate: '2025-12-01',
    }
    expect(await refusalOf(send(lan, 'honours.note-consultation', { ...asked, note: 'Nhận xét' }))).toBe('bad-input')
    await send(lan, 'honours.note-consultation', asked)
    const { lists } = await ask<{ lists: { id: string; consulted: object[] }[] }>(lan, 'honours.lists')
    expect(lists.find(one => one.id === input.listId)!.consulted).toMatchObject([{ body: 'Công an xã', number: '3/CAX' }])
  })
})

describe('a visit or benefit', () => {
  it('of a nature that the other side has given is shown before it is given, as a fact without a name', async () => {
    on('2026-03-02')
    const [mine, theirs] = [await recognised(lan), await recognised(tuan)]
    await send(tuan, 'honours.give-benefit', benefitInput(theirs, { amount: 123_456 }))
    const told = await before(mine)
    expect(told.same).toEqual([{ side: 'Sở DT&TG', givenOn: '2026-02-20' }])
    expect(JSON.stringify(told)).not.toMatch(/Cất Giữ|123456/)
    expect((await before(mine, lan, { nature: 'festival' })).same).toEqual([])
    expect((await before(mine, lan, { on: '2025-12-20' })).same).toEqual([])
    expect(await refusalOf(send(lan, 'honours.give-benefit', benefitInput(mine)))).toBe('honours.given-meanwhile')
    await send(lan, 'honours.give-benefit', benefitInput(mine, { seen: 1 }))
    expect((await before(theirs, tuan)).same.map(one => one.side)).toEqual(['UBMTTQ tỉnh', 'Sở DT&TG'])
  })

  it('is not told to a body that shares no programme, nor where it keeps no record', async () => {
    const stranger = await recognised(dung)
    expect((await before(stranger, dung)).same).toEqual([])
    const removal = { recognitionId: stranger, version: 1, number: '9/QĐ-UBND', date: '2026-03-01', letter: 'b' }
    await send(dung, 'honours.remove-recognition', removal)
    expect((await before(stranger, dung)).same).toEqual([])
  })

  it('above its ceiling is given by a leader with a reason, and by nobody else', async () => {
    const id = await recognised(tuan)
    const over = benefitInput(id, { nature: 'condolence', amount: 1_000_001 })
    expect((await before(id, tuan, { nature: 'condolence', amount: 1_000_001 })).over?.code).toBe('honours.over-amount')
    expect(await refusalOf(send(tuan, 'honours.give-benefit', { ...over, reason: 'Hoàn cảnh khó khăn' }))).toBe(
      'honours.over-amount',
    )
    const leader = who('hoa')
    expect(await refusalOf(send(leader, 'honours.give-benefit', over))).toBe('honours.reason-missing')
    await send(leader, 'honours.give-benefit', { ...over, reason: 'Hoàn cảnh khó khăn' })
    expect((await open(id, tuan)).benefits).toMatchObject([{ amount: 1_000_001, overReason: 'Hoàn cảnh khó khăn' }])
  })

  it('counts with what was given under the recognition that was renewed in the year, unless somebody else is recognised', async () => {
    on('2026-03-02')
    const one = await elsewhere('ba')
    const first = await recognised(tuan, { date: '2026-01-05', year: 2026, ...one() })
    await send(tuan, 'honours.give-benefit', benefitInput(first, { givenOn: '2026-01-20' }))
    const renewed = await recognised(tuan, { date: '2026-02-05', year: 2026, ...one() })
    expect((await before(renewed, tuan)).over?.code).toBe('honours.over-times')
    const again = benefitInput(renewed, { seen: 1 })
    expect(await refusalOf(send(tuan, 'honours.give-benefit', again))).toBe('honours.over-times')
    const { rows } = one()
    const another = await recognised(tuan, { date: '2026-02-10', year: 2026, rows: [{ ...rows[0]!, another: true }] })
    expect((await before(another, tuan)).over).toBeNull()
    await send(tuan, 'honours.give-benefit', benefitInput(another, { seen: 1 }))
  })

  it('recorded by mistake is taken out, and counts nowhere', async () => {
    const id = await recognised(minh, {}, 'Khác')
    const given = benefitInput(id, { nature: 'delegation' })
    await send(minh, 'honours.give-benefit', given)
    await send(minh, 'honours.take-back-benefit', { benefitId: given.benefitId, version: 1 })
    expect((await open(id, minh)).benefits).toEqual([])
    expect((await before(id, minh, { nature: 'delegation' })).same).toEqual([])
  })
})

describe('the yearly figures', () => {
  const asked = { from: '2026-01-01', to: '2026-12-31' }
  it('are activity, sessions, turns and money; whoever keeps no register is told no small count', async () => {
    await send(tuan, 'honours.record-gathering', gatheringInput())
    await send(tuan, 'honours.record-gathering', gatheringInput({ kind: 'meeting', sessions: 6, turns: 300, amount: null }))
    const own = await ask<Report>(tuan, 'honours.report', asked)
    expect(own.rows).toContainEqual({ key: 'class', counts: { sessions: 2, turns: 90, amount: 30_000_000 } })
    expect(own.rows).toContainEqual({ key: 'condolence', counts: { sessions: 1, turns: 1, amount: 1_000_001 } })
    for (const [acting, more] of [
      [who('xem'), {}],
      [tuan, { published: true }],
    ] as const) {
      const told = await ask<Report>(acting, 'honours.report', { ...asked, ...more })
      const counts = told.rows.flatMap(row => (row.counts ? [row.counts.sessions, row.counts.turns] : []))
      expect(told.suppressed).toBe(true)
      expect(counts.filter(count => count > 0 && count < 5)).toEqual([])
      expect(told.rows.filter(row => row.counts === null).length).toBeGreaterThan(1)
      const byDay = await ask<Report>(acting, 'honours.report', { from: '2026-02-20', to: '2026-02-20', ...more })
      expect(byDay, 'no part of a year is told beside the whole').toEqual(told)
    }
  })

  it('of a programme are the same for every party, for nobody else, and hold no small count', async () => {
    const joint = (change: Change) => gatheringInput({ programmeId, heldOn: '2026-01-15', ...change })
    await send(lan, 'honours.record-gathering', joint({ kind: 'information', sessions: 2, turns: 80 }))
    await send(tuan, 'honours.record-gathering', joint({ kind: 'information', sessions: 4, turns: 120 }))
    await send(tuan, 'honours.record-gathering', joint({ kind: 'class', sessions: 2, turns: 60 }))
    await send(tuan, 'honours.record-gathering', joint({ kind: 'other', sessions: 1, turns: 4 }))
    const of = (acting: typeof lan) =>
      site.engine.database.read(acting, db =>
        honoursOfProgramme(db, programmeId, [{ from: '2026-01-01', to: '2026-01-31' }]).then(([one]) => one!),
      )
    const told = {
      work: [
        { key: 'information', sessions: 6, turns: 200 },
        { key: 'class', sessions: null, turns: 60 },
      ],
      commended: { collective: 0, individual: 0 },
    }
    expect([await of(lan), await of(tuan)]).toEqual([told, told])
    expect((await of(dung)).work).toEqual([])
  })
})

async function forget(): Promise<void> {
  const ground = jobGround(site.engine, { mail: null as never, siteUrl: SITE_URL })
  const jobs = [...features.find(one => one.name === 'honours')!.jobs!(ground), ...groundJobs(ground)]
  for (const name of ['honours.forget-names', 'keys.clear'])
    await jobs.find(one => one.name === name)!.run(null, new AbortController().signal)
}
