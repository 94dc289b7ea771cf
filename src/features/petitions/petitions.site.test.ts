import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../test/harness/contributions.ts'
import { listen } from '../../../test/harness/http.ts'
import { tableOf } from '../../../test/harness/lists.ts'
import { nextCode, petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces, type TestPlaces } from '../../../test/harness/places.ts'
import { dumpOf, placesOfPlanted } from '../../../test/harness/planted.ts'
import { openTestSite, refusalOf, SITE_URL } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { features, groundJobs, jobGround } from '../../app/registry.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { type Balance, balanceOf } from './balance.ts'
import type { balance } from './queries/balance.ts'
import type { list } from './queries/list.ts'
import type { petition } from './queries/petition.ts'

type Shown = Awaited<ReturnType<typeof petition.run>>
type List = Awaited<ReturnType<typeof list.run>>
type Balances = Awaited<ReturnType<typeof balance.run>>

let now = new Date('2026-03-02T03:00:00Z')
const site = await openTestSite({ now: () => now })
const http = await listen(site, { lookups: 6 })
const { send, ask, who } = site
const [lan, minh, tuan, hoa, clerk] = [who('lan'), who('minh'), who('tuan'), who('hoa'), who('vanthu.mttq')]
let places: TestPlaces
const on = (day: string) => (now = new Date(`${day}T03:00:00Z`))
const shown = (petitionId: string, acting = lan) => ask<Shown>(acting, 'petitions.petition', { petitionId })
const lists = (input: object = {}, acting = lan) => ask<List>(acting, 'petitions.list', input as Json)

beforeAll(async () => {
  places = await layPlaces(site)
})

async function record(change: { [key: string]: Json } = {}): Promise<string> {
  const input = petitionInput(places.villageId, change)
  await send(lan, 'petitions.record-petition', input)
  return input.petitionId
}

/** Takes a step as the officer on the day of the clock. */
async function step(petitionId: string, name: string, fields: { [key: string]: Json } = {}, acting = lan): Promise<string> {
  const { petition: one, today } = await shown(petitionId, acting)
  const stepId = newId()
  await send(acting, `petitions.${name}`, { petitionId, version: one.version, stepId, day: today, ...fields })
  return stepId
}
const paper = (number: string, date: string) => ({ paperNumber: number, paperDate: date })
const forwarding = { addressee: 'Sở Xây dựng tỉnh Sơn Hà', level: 'province', ...paper('15/MTTQ-BTT', '2026-03-03') }
const given = (day: string) => ({ term: { on: day, basis: 'Theo công văn' } })

describe('a petition from a village meeting', () => {
  it('goes through forwarding, silence, a second letter and an answer that does not settle it, to its confirmation on the spot', async () => {
    on('2026-03-02')
    const id = await record()
    expect((await shown(id)).petition).toMatchObject({ state: 'received', holder: 'UBMTTQ tỉnh', dueOn: '2026-03-10' })
    on('2026-03-03')
    await step(id, 'forward-petition', { ...forwarding, ...given('2026-03-20') })
    expect(await shown(id)).toMatchObject({
      next: 'acknowledge',
      petition: { holder: 'Sở Xây dựng tỉnh Sơn Hà', dueOn: '2026-03-20' },
    })
    on('2026-03-20')
    expect(await refusalOf(step(id, 'urge-petition', given('2026-04-10'), minh))).toBe('petitions.not-overdue')
    on('2026-03-21')
    const [late] = (await deadlinesOf(site, minh, '2026-03-21')).filter(one => one.id === id)
    expect(late).toMatchObject({ step: 'urge-petition', waits: 'us', address: `/kien-nghi/${id}/don-doc` })
    const { letter } = await ask<{ letter: { paragraphs: string[] } }>(minh, 'petitions.urging', { petitionId: id })
    expect(letter.paragraphs[0]).toContain('Công văn số 15/MTTQ-BTT ngày 03 tháng 3 năm 2026')
    await step(id, 'urge-petition', given('2026-04-10'), minh)
    on('2026-03-30')
    await step(id, 'answer-petition', { ...paper('88/SXD', '2026-03-29'), summary: 'Sẽ sửa trong quý II' })
    expect((await shown(id)).petition).toMatchObject({
      state: 'answered',
      answeredOn: '2026-03-30',
      settledOn: null,
      confirmedOn: null,
    })
    on('2026-04-05')
    const asked = { byUnit: 'Ban Phong trào', onSpot: true }
    await step(id, 'check-petition', { ...asked, settled: false, summary: 'Đường chưa sửa' })
    expect(await shown(id)).toMatchObject({
      next: 'urge',
      petition: { state: 'not-settled', answeredOn: '2026-03-30', settledOn: null },
    })
    await step(id, 'urge-petition', given('2026-04-20'), minh)
    on('2026-04-18')
    await step(id, 'answer-petition', { ...paper('120/SXD', '2026-04-17'), summary: 'Đã sửa xong' })
    on('2026-04-22')
    await step(id, 'check-petition', { ...asked, onSpot: false, settled: true })
    expect(await shown(id)).toMatchObject({
      next: 'check',
      petition: { state: 'settled', settledOn: '2026-04-22', confirmedOn: null },
    })
    on('2026-04-25')
    await step(id, 'check-petition', { ...asked, settled: true })
    expect(await shown(id)).toMatchObject({
      next: null,
      petition: { settledOn: '2026-04-22', confirmedOn: '2026-04-25', dueOn: null },
    })
  })

  it('is not answered before it was asked', async () => {
    on('2026-03-05')
    const id = await record()
    await step(id, 'forward-petition', { ...forwarding, ...given('2026-04-01') })
    const answer = { ...paper('1/SXD', '2026-03-04'), summary: 'Đã sửa', day: '2026-03-04' }
    expect(await refusalOf(step(id, 'answer-petition', answer))).toBe('petitions.before-last')
    const older = { ...paper('1/SXD', '2026-03-04'), summary: 'Đã sửa' }
    expect(await refusalOf(step(id, 'answer-petition', older))).toBe('petitions.before-last')
  })

  it('takes its last step back, and stands as before', async () => {
    on('2026-03-05')
    const id = await record()
    const before = (await shown(id)).petition
    const stepId = await step(id, 'return-petition', { summary: 'Không rõ nơi' })
    expect((await shown(id)).can.takeBack).toBe(stepId)
    await send(lan, 'petitions.take-back-step', { petitionId: id, version: 2, stepId })
    expect((await shown(id)).petition).toEqual({ ...before, version: 3 })
    expect((await shown(id)).steps).toEqual([])
  })

  it('that was returned is handed in again as one of its own, linked to the first', async () => {
    on('2026-03-05')
    const first = await record()
    expect(await refusalOf(record({ againOf: first }))).toBe('petitions.not-returned')
    await step(first, 'return-petition', { summary: 'Không rõ nơi' })
    expect((await shown(await record({ againOf: first }))).again).toBe(first)
    expect((await shown(first)).next).toBeNull()
  })

  it('stands once, however often its form is sent', async () => {
    const input = petitionInput(places.villageId)
    await send(lan, 'petitions.record-petition', input)
    expect(await refusalOf(send(lan, 'petitions.record-petition', input))).toBe('petitions.recorded-already')
  })
})

describe('terms', () => {
  it('of the law are set without being asked, and run from the day the other body has received it', async () => {
    on('2026-03-02')
    const id = await record({ origin: 'voters' })
    await step(id, 'forward-petition', forwarding)
    expect((await shown(id)).petition).toMatchObject({ dueOn: '2026-05-04', dueBasis: expect.stringContaining('33/2017') })
    on('2026-03-06')
    await step(id, 'acknowledge-petition')
    expect((await shown(id)).petition.dueOn).toBe('2026-05-05')
  })

  it('are asked of the officer where the law sets none', async () => {
    on('2026-03-02')
    const { term: _none, ...input } = petitionInput(places.villageId)
    expect(await refusalOf(send(lan, 'petitions.record-petition', input))).toBe('petitions.term-missing')
    expect(await refusalOf(step(await record(), 'forward-petition', forwarding))).toBe('petitions.term-missing')
    const direct = { ...input, petitionId: newId(), code: nextCode(), origin: 'direct' }
    await send(lan, 'petitions.record-petition', direct)
    const ofLaw = { dueOn: '2026-03-16', dueBasis: expect.stringContaining('Điều 28') }
    expect((await shown(direct.petitionId)).petition).toMatchObject(ofLaw)
    const { code: _code, term: _term, againOf: _again, ...fields } = { ...direct, term: null, againOf: null }
    await send(lan, 'petitions.change-petition', { ...fields, version: 1, origin: 'village' })
    expect((await shown(direct.petitionId)).petition.dueBasis).not.toMatch(/Điều 28/)
    await send(lan, 'petitions.change-petition', { ...fields, version: 2, origin: 'direct' })
    expect((await shown(direct.petitionId)).petition).toMatchObject(ofLaw)
  })
})

describe('what is a complaint or a denunciation', () => {
  it('leaves nothing but its kind, its channel and the day', async () => {
    on('2026-03-05')
    const id = await record({ subject: 'Thu hồi đất XYZQ', text: 'Nội dung đơn XYZQ' })
    await step(id, 'route-out', { kind: 'complaint', channel: 'reception' })
    expect(await shown(id)).toMatchObject({
      content: null,
      petition: { state: 'routed-out', subject: 'Khiếu nại đã chuyển nơi có thẩm quyền' },
    })
    expect(await dumpOf(site)).not.toContain('XYZQ')
  })

  it('leaves nothing of a step either that was taken back before', async () => {
    on('2026-03-05')
    const id = await record()
    await step(id, 'return-petition', { summary: 'Trả lại vì WQZX' })
    const { steps } = await shown(id)
    const { version } = (await shown(id)).petition
    await send(lan, 'petitions.take-back-step', { petitionId: id, version, stepId: steps.at(-1)!.id })
    await step(id, 'route-out', { kind: 'complaint', channel: 'reception' })
    expect(await dumpOf(site)).not.toContain('WQZX')
  })

  it('is noted by a command that takes no text at all', async () => {
    const note = { referralId: newId(), kind: 'denunciation', channel: 'inspectorate', day: '2026-03-05' }
    expect(await refusalOf(send(lan, 'petitions.note-referral', { ...note, text: 'Nội dung' }))).toBe('bad-input')
    await send(lan, 'petitions.note-referral', note)
    const { referrals } = await ask<Balances>(lan, 'petitions.balance', { from: '2026-03-01', to: '2026-03-31', by: 'field' })
    expect(referrals).toContainEqual({ kind: 'denunciation', count: 1 })
  })
})

describe('a sender', () => {
  const NAME = 'Trần Văn Kín Đáo'
  const read = (acting = lan, petitionId = '') =>
    ask<{ sender: string }>(acting, 'petitions.sender', { petitionId, purpose: 'Mời kiểm tra lại tại thôn' })

  it('is read by the handler who says why, and by nobody else of the body', async () => {
    on('2026-03-05')
    const id = await record()
    await send(lan, 'petitions.keep-sender', { petitionId: id, version: 1, sender: NAME })
    expect(await read(lan, id)).toEqual({ sender: NAME })
    expect(await refusalOf(read(minh, id))).toBe('petitions.not-handler')
    expect(await refusalOf(read(tuan, id))).toBe('not-found')
    const { rows } = await site.engine.database.pool.query(`SELECT purpose FROM access_log WHERE subject_id = $1`, [id])
    expect(rows).toEqual([{ purpose: 'Mời kiểm tra lại tại thôn' }])
  })

  it('is found in no table, no letter, no file and no backup', async () => {
    expect(await dumpOf(site), 'the search is a fair one').toContain('hư hỏng')
    expect(await placesOfPlanted(site, /Kín Đáo|kin dao/i)).toEqual([])
  })

  it('is forgotten twelve months after the end: its key is destroyed, and no backup can open it', async () => {
    on('2026-03-05')
    const id = await record()
    await send(lan, 'petitions.keep-sender', { petitionId: id, version: 1, sender: NAME })
    await step(id, 'return-petition', { summary: 'Không rõ nơi' })
    const keyId = (await site.engine.database.pool.query(`SELECT sender_key FROM petition_content WHERE petition_id = $1`, [id]))
      .rows[0].sender_key
    on('2027-03-04')
    await forget()
    expect(await site.engine.keys.find(keyId)).not.toBeNull()
    on('2027-03-05')
    await forget()
    expect(await site.engine.keys.find(keyId)).toBeNull()
    expect(await refusalOf(read(lan, id))).toBe('petitions.forgotten')
    const { rows } = await site.engine.database.pool.query(`SELECT detail FROM audit WHERE command = 'petitions.forget-sender'`)
    expect(rows.at(-1).detail).toMatchObject({ sender: 'forgotten' })
  })

  it('loses its key at once where the petition is routed out', async () => {
    on('2026-03-05')
    const id = await record()
    await send(lan, 'petitions.keep-sender', { petitionId: id, version: 1, sender: NAME })
    const keyId = (await site.engine.database.pool.query(`SELECT sender_key FROM petition_content WHERE petition_id = $1`, [id]))
      .rows[0].sender_key
    await step(id, 'route-out', { kind: 'complaint', channel: 'reception' })
    on('2099-01-01')
    await forget()
    expect(await site.engine.keys.find(keyId)).toBeNull()
  })

  it('leaves the name in no replay record, though the command can be sent again', async () => {
    on('2026-03-05')
    const id = await record()
    const [commandId, input] = [newId(), { petitionId: id, version: 1, sender: NAME }]
    const first = await send(lan, 'petitions.keep-sender', input, commandId)
    expect(await send(lan, 'petitions.keep-sender', input, commandId)).toEqual(first)
    expect(await read(lan, id)).toEqual({ sender: NAME })
  })

  async function forget(): Promise<void> {
    const ground = jobGround(site.engine, { mail: null as never, siteUrl: SITE_URL })
    const jobs = [...features.find(one => one.name === 'petitions')!.jobs!(ground), ...groundJobs(ground)]
    for (const name of ['petitions.forget-senders', 'keys.clear'])
      await jobs.find(one => one.name === name)!.run(null, new AbortController().signal)
  }
})

describe('a slip', () => {
  const look = (code: string) =>
    fetch(`${http.url}/tra-cuu`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `ma=${encodeURIComponent(code)}`,
    })

  it('shows state, days and holder to whoever has its code, and nothing of what was said', async () => {
    on('2026-03-05')
    const code = nextCode()
    const id = await record({ code, subject: 'Đường hỏng', text: 'Sạt lở' })
    await step(id, 'forward-petition', { ...forwarding, ...given('2026-04-01') })
    const response = await look(code.toLowerCase().replace(/(.{4})/g, '$1 '))
    const page = await response.text()
    expect([response.status, page.includes('Đã chuyển'), page.includes('Sở Xây dựng tỉnh Sơn Hà')]).toEqual([200, true, true])
    expect(page).not.toMatch(/Đường hỏng|Sạt lở|Nà Lốc|Nậm Mây|Hoàng Thị Lan/)
  })

  it('opens nothing by a wrong code, and few of them are tried', async () => {
    expect((await look('AAAABBBBCCCC')).status).toBe(404)
    const statuses = []
    for (let tries = 0; tries < 8; tries++) statuses.push((await look('AAAABBBBCCCC')).status)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('who sees what', () => {
  it('other units of the body see subject and commune, and leaders everything but the sender', async () => {
    on('2026-03-05')
    const id = await record()
    const other = await shown(id, clerk)
    expect(other).toMatchObject({ content: null, steps: [], petition: { commune: 'xã Nậm Mây' } })
    expect(JSON.stringify(other)).not.toMatch(/Nà Lốc|học sinh/)
    expect((await shown(id, minh)).content?.place).toBe('thôn Nà Lốc, xã Nậm Mây')
    expect(await refusalOf(shown(id, tuan))).toBe('not-found')
  })

  it('the partner sees what a leader shares under a programme: subject, commune, state', async () => {
    on('2026-03-05')
    const { programmeId } = await layThread(site)
    const id = await record({ programmeId, clausePath: 'II/2', voices: 3 })
    expect(await refusalOf(shown(id, tuan))).toBe('not-found')
    await send(minh, 'petitions.share-petition', { petitionId: id, version: 1 })
    const seen = await shown(id, tuan)
    expect(seen).toMatchObject({ content: null, steps: [], petition: { state: 'received', commune: 'xã Nậm Mây', voices: null } })
    expect(JSON.stringify(seen)).not.toMatch(/Nà Lốc|học sinh/)
    expect((await lists({ scope: 'shared' }, hoa)).petitions.map(one => one.id)).toEqual([id])
    await send(minh, 'petitions.unshare-petition', { petitionId: id, version: 2 })
    expect(await refusalOf(shown(id, tuan))).toBe('not-found')
  })

  it('search finds subjects with and without marks, and never a text', async () => {
    on('2026-03-05')
    const id = await record({ subject: 'Trạm biến áp quá tải', text: 'Điện yếu zzzq' })
    expect((await hitsOf(site, lan, 'tram & bien')).map(hit => hit.id)).toContain(id)
    expect(await hitsOf(site, lan, 'zzzq')).toEqual([])
  })
})

describe('many voices, one matter', () => {
  it('finds what is alike with and without marks, and links it', async () => {
    on('2026-03-05')
    const first = await record({ subject: 'Cầu treo bản Khe Sú xuống cấp', text: 'Cầu treo gãy ván, dân không dám qua' })
    const second = await record({ subject: 'Cau treo ban Khe Su hong', text: 'cau treo gay van nguy hiem' })
    const { similar } = await ask<{ similar: { id: string }[] }>(lan, 'petitions.similar', { petitionId: second })
    expect(similar[0]?.id).toBe(first)
    await send(lan, 'petitions.group-petition', { petitionId: second, version: 1, withPetitionId: first, groupId: newId() })
    expect((await shown(first)).group.map(one => one.id)).toEqual([second])
    expect((await shown(second)).petition.state).toBe('received')
  })
})

describe('the figures of a period', () => {
  it('are those of the rule, by field and by commune, and each opens its petitions', async () => {
    on('2026-06-30')
    const { rows } = await site.engine.database.pool.query<{ receivedOn: string; closedOn: string | null; state: never }>(
      `SELECT received_on AS "receivedOn", closed_on AS "closedOn", state FROM petition WHERE body_id = $1`,
      [lan.bodyId],
    )
    const [from, to] = ['2026-03-03', '2026-04-30']
    const whole = balanceOf(rows, from, to)
    for (const by of ['field', 'commune'] as const) {
      const answer = await ask<Balances>(lan, 'petitions.balance', { from, to, by })
      expect(answer.total).toEqual(whole)
    }
    const { rows: byField } = await ask<Balances>(lan, 'petitions.balance', { from, to, by: 'field' })
    for (const { key, parts } of byField)
      for (const part of ['carried', 'received', 'settled', 'returned', 'routed', 'open'] as const)
        expect((await lists({ field: key, part, from, to })).total, `${key} ${part}`).toBe((parts as Balance)[part])
  })

  it('open lists that go out as they are shown', async () => {
    on('2026-03-02')
    const id = await record({ field: 'roads' })
    const filters = { field: 'roads', from: '2026-03-02', to: '2026-03-02' }
    const { petitions } = await lists(filters)
    const rows = await tableOf(site, lan, 'petition-list', filters)
    expect(rows.map(row => row[1])).toEqual(petitions.map(one => one.subject))
    expect(petitions.map(one => one.id)).toContain(id)
    expect(await tableOf(site, hoa, 'petition-list', filters)).toEqual([])
  })

  it('tell whoever does not handle petitions no small count', async () => {
    const answer = await ask<Balances>(clerk, 'petitions.balance', { from: '2026-01-01', to: '2026-12-31', by: 'field' })
    expect(answer.suppressed).toBe(true)
    const told = answer.rows.flatMap(row => Object.values(row.parts ?? {}))
    expect(told.filter(value => value > 0 && value < 5)).toEqual([])
  })
})
