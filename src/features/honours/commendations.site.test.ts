import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../test/harness/contributions.ts'
import { nominationInput, roundInput } from '../../../test/harness/honours.ts'
import { listen } from '../../../test/harness/http.ts'
import { dumpOf, placesOfPlanted } from '../../../test/harness/planted.ts'
import { openTestSite, refusalOf, SITE_URL } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { features, groundJobs, jobGround } from '../../app/registry.ts'
import type { Json } from '../../engine/db/database.ts'
import { certificateBook, certificateExport } from './commendations/certificates.ts'
import type { commendation } from './commendations/commendation.ts'
import type { Names } from './commendations/names.ts'

type Shown = Awaited<ReturnType<typeof commendation.run>>
type Change = { [key: string]: Json }

let now = new Date('2026-03-02T03:00:00Z')
const site = await openTestSite({ now: () => now })
const http = await listen(site)
const { send, ask, who } = site
const [lan, minh, tuan, dung, clerk] = [who('lan'), who('minh'), who('tuan'), who('dung'), who('vanthu.mttq')]
const on = (day: string) => (now = new Date(`${day}T03:00:00Z`))
const { programmeId } = await layThread(site)
const WHY = 'In danh sách cho buổi lễ'
const NAME = 'Giàng Thị Kín Tiếng'
const shown = (commendationId: string, acting = lan) => ask<Shown>(acting, 'honours.commendation', { commendationId })
const namesOf = (commendationId: string, acting = lan) =>
  ask<Names>(acting, 'honours.commendation-names', { commendationId, purpose: WHY })

/** A round of both sides; who was put forward by each. */
async function round(change: Change = {}): Promise<{ id: string; mine: string; theirs: string }> {
  const input = roundInput({ programmeId, ...change })
  const id = input.commendationId
  await send(lan, 'honours.open-commendation', input)
  await send(minh, 'honours.share-commendation', { commendationId: id, version: 1 })
  const [mine, theirs] = [nominationInput(id, { sort: 'collective' }, 'Tập thể thôn Nà Lốc'), nominationInput(id, {}, NAME)]
  await send(lan, 'honours.nominate', mine)
  await send(tuan, 'honours.nominate', theirs)
  return { id, mine: mine.lineId, theirs: theirs.lineId }
}
const step = async (id: string, name: string, fields: Change, acting = lan) => {
  const { version } = (await shown(id, acting)).commendation
  return send(acting, `honours.${name}`, { commendationId: id, version, ...fields })
}
const dossier = { number: '7/TTr-MTTQ', date: '2026-03-02', complete: true }
const vote = (votes: [string, number][]) => ({
  day: '2026-03-02',
  minutes: '2/BB-HĐ',
  members: 10,
  votes: votes.map(([lineId, count]) => ({ lineId, votes: count })),
})
const decision = (lines: string[]) => ({
  number: '30/QĐ-UBND',
  date: '2026-03-02',
  awards: lines.map(lineId => ({ lineId, amount: 1_000_000, certificate: '12' })),
})

describe('a round of commendation', () => {
  it('goes from nominations of both sides through dossier, council and decision to the ceremony', async () => {
    const { id, mine, theirs } = await round()
    expect((await shown(id)).lines.map(line => [line.side, line.sort])).toEqual([
      ['UBMTTQ tỉnh', 'collective'],
      ['Sở DT&TG', 'individual'],
    ])
    expect(await refusalOf(step(id, 'record-vote', vote([[mine, 9]])))).toBe('commendations.wrong-state')
    await step(id, 'complete-dossier', dossier)
    expect(await refusalOf(send(tuan, 'honours.nominate', nominationInput(id)))).toBe('commendations.wrong-state')
    expect(await refusalOf(step(id, 'record-decision', decision([mine])))).toBe('commendations.wrong-state')
    expect(await refusalOf(step(id, 'record-vote', vote([[mine, 9]])))).toBe('commendations.votes-missing')
    await step(
      id,
      'record-vote',
      vote([
        [mine, 7],
        [theirs, 8],
      ]),
    )
    expect((await shown(id)).lines.map(line => line.reached)).toEqual([false, true])
    expect((await shown(id, tuan)).lines).toMatchObject([{ id: theirs, votes: null, chosen: null, reached: null }])
    expect(await refusalOf(step(id, 'record-decision', decision([mine, theirs])))).toBe('commendations.not-chosen')
    await step(id, 'record-decision', decision([theirs]))
    await step(id, 'record-award', { day: '2026-03-02', place: 'Hội trường xã Nậm Mây' })
    expect(await shown(id)).toMatchObject({
      next: null,
      commendation: { state: 'awarded', awardedOn: '2026-03-02', dueOn: null },
    })
    expect((await shown(id, tuan)).lines).toMatchObject([{ id: theirs, chosen: true, amount: 1_000_000 }])
  })

  it('is shown to no stranger, and to the partner only what it put forward until the decision', async () => {
    const { id, theirs } = await round({ occasion: 'Biểu dương riêng zzqq' })
    expect((await shown(id, tuan)).lines.map(line => line.id)).toEqual([theirs])
    expect(await refusalOf(shown(id, dung))).toBe('not-found')
    expect(await hitsOf(site, dung, 'zzqq')).toEqual([])
    expect((await hitsOf(site, lan, 'zzqq')).map(hit => hit.address)).toEqual([`/thi-dua/${id}`])
  })

  it('tells the partner that somebody of ours was commended, not how the council voted nor where that person works', async () => {
    const { id, mine, theirs } = await round({ form: 'praise' })
    const other = nominationInput(id, { workplace: 'Trường Nậm Mây' }, 'Người Khác')
    await send(lan, 'honours.nominate', other)
    await step(id, 'complete-dossier', dossier)
    await step(id, 'record-decision', decision([mine, theirs, other.lineId]))
    const told = await shown(id, tuan)
    expect(told.lines.map(line => line.id).toSorted()).toEqual([mine, theirs, other.lineId].toSorted())
    expect(told.lines.find(line => line.id === other.lineId)).toMatchObject({ workplace: '', certificate: null, chosen: true })
    expect(told.lines.find(line => line.id === theirs)).toMatchObject({ workplace: 'Ủy ban MTTQ xã Nậm Mây' })
    expect((await shown(id)).lines.find(line => line.id === other.lineId)).toMatchObject({ workplace: 'Trường Nậm Mây' })
  })

  it('takes its last step back, and stands as before', async () => {
    const { id } = await round()
    const { version: _then, ...before } = (await shown(id)).commendation
    await step(id, 'complete-dossier', dossier)
    expect(await refusalOf(step(id, 'step-back', {}, minh))).toBe('commendations.not-your-step')
    await step(id, 'step-back', {})
    const { version: _now, ...after } = (await shown(id)).commendation
    expect(after).toEqual(before)
    await step(id, 'stop-commendation', {})
    expect((await shown(id)).commendation).toMatchObject({ state: 'stopped', dueOn: null })
    await step(id, 'step-back', {})
    expect((await shown(id)).commendation).toMatchObject({ state: 'open', dueOn: before.dueOn })
  })

  it('without a council in the law is decided on its dossier', async () => {
    const { id, mine } = await round({ form: 'praise' })
    await step(id, 'complete-dossier', dossier)
    await step(id, 'record-decision', decision([mine]))
    expect((await shown(id)).lines.map(line => line.chosen)).toEqual([true, false])
  })

  it('names the day of its dossier, and lies among the work of its keeper', async () => {
    const open = async (change: Change) => {
      const { term: _none, ...input } = roundInput(change)
      await send(lan, 'honours.open-commendation', input)
      return (await shown(input.commendationId)).commendation
    }
    expect(await open({ form: 'unity-order' })).toMatchObject({ dossierDue: '2026-06-15' })
    const before = await open({ ceremonyOn: '2026-05-10' })
    expect(before).toMatchObject({ dossierDue: '2026-05-03' })
    expect(await refusalOf(open({}))).toBe('commendations.term-missing')
    const line = (await deadlinesOf(site, lan, '2026-05-03')).find(one => one.id === before.id)
    expect(line).toMatchObject({ dueOn: '2026-05-03', step: 'commendation-dossier', waits: 'us' })
  })
})

describe('the name of who is put forward', () => {
  it('is read by the keeper who says why, and by no other side, not even the one that gave it', async () => {
    const { id, theirs } = await round()
    expect((await namesOf(id)).names).toEqual({ [theirs]: NAME })
    expect(await refusalOf(namesOf(id, tuan))).toBe('commendations.not-yours')
    expect(await refusalOf(namesOf(id, clerk))).toBe('not-permitted')
    expect(JSON.stringify([await shown(id), await shown(id, tuan)])).not.toContain('Kín Tiếng')
  })

  it('is found in no table, no queue, no letter, no file and no backup, and by no search', async () => {
    await round()
    expect(await dumpOf(site), 'the search is a fair one').toContain('Tập thể thôn Nà Lốc')
    expect(await placesOfPlanted(site, /Kín Tiếng|giang thi kin/i)).toEqual([])
    expect(await hitsOf(site, lan, 'giang')).toEqual([])
  })

  it('goes with a nomination that is withdrawn, key and all', async () => {
    const { id, theirs } = await round()
    const { rows } = await site.engine.database.pool.query('SELECT sealed_key FROM commendation_name WHERE line_id = $1', [
      theirs,
    ])
    await send(tuan, 'honours.withdraw-nomination', { lineId: theirs })
    expect((await namesOf(id)).names).toEqual({})
    on('2099-01-01')
    await forget()
    on('2026-03-02')
    expect(await site.engine.keys.find(rows[0].sealed_key)).toBeNull()
  })

  it('stands in the list only after the decision, handed out with a reason that is logged', async () => {
    const { id, theirs } = await round({ form: 'praise' })
    const session = await http.signIn('lan')
    const path = `/api/exports/commendation-list/${id}.docx`
    const take = (purpose: Json, by = session) => http.post(`${path}/open`, { purpose }, { cookie: by.cookie })
    await step(id, 'complete-dossier', dossier)
    expect((await take(WHY)).status).toBe(404)
    await step(id, 'record-decision', decision([theirs]))
    expect((await session.get(path)).status).toBe(422)
    expect((await take('x')).status).toBe(422)
    const paper = await take(WHY)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')])
    const log = await site.engine.database.pool.query('SELECT purpose FROM access_log WHERE subject_id = $1', [id])
    expect(log.rows).toEqual([{ purpose: WHY }])
    const partner = await http.signIn('tuan')
    expect((await take(WHY, partner)).status).toBe(422)
  })

  it('is printed into the decision that the leader signs, once it may be taken, with a reason that is logged, and kept nowhere', async () => {
    const { rows } = await site.engine.database.pool.query('SELECT name FROM body WHERE id = $1', [lan.bodyId])
    const { id, theirs } = await round({ form: 'praise', issuer: rows[0].name })
    const session = await http.signIn('lan')
    const path = `/api/exports/commendation-draft/${id}.docx`
    const take = (purpose: Json, by = session) => http.post(`${path}/open`, { purpose }, { cookie: by.cookie })
    expect([(await shown(id)).can.draft, (await take(WHY)).status]).toEqual([false, 422])
    await step(id, 'complete-dossier', dossier)
    expect((await shown(id)).can.draft).toBe(true)
    expect((await session.get(path)).status).toBe(422)
    expect((await take('x')).status).toBe(422)
    expect((await take(WHY, await http.signIn('tuan'))).status).toBe(422)
    const paper = await take(WHY)
    expect(paper.status).toBe(200)
    const words = strFromU8(unzipSync(new Uint8Array(await paper.arrayBuffer()))['word/document.xml']!)
    expect([words.includes(NAME), /Số: {5,}/.test(words)]).toEqual([true, true])
    const log = await site.engine.database.pool.query('SELECT purpose FROM access_log WHERE subject_id = $1', [id])
    expect(log.rows).toEqual([{ purpose: WHY }])
    expect(await placesOfPlanted(site, /Kín Tiếng|giang thi kin/i)).toEqual([])
    await step(id, 'record-decision', decision([theirs]))
    expect([(await shown(id)).can.draft, (await take(WHY)).status]).toEqual([false, 422])
  })

  it('is printed on the certificates only after the decision, from a table handed out with a reason that is logged', async () => {
    const { id, theirs } = await round({ form: 'praise' })
    const { cookie } = await http.signIn('lan')
    const path = `/api/exports/commendation-certificates/${id}.xlsx`
    const take = (purpose: Json) => http.post(`${path}/open`, { purpose }, { cookie })
    await step(id, 'complete-dossier', dossier)
    expect((await take(WHY)).status).toBe(404)
    await step(id, 'record-decision', decision([theirs]))
    expect((await take('x')).status).toBe(422)
    expect((await take(WHY)).status).toBe(200)
    const log = await site.engine.database.pool.query('SELECT purpose FROM access_log WHERE subject_id = $1', [id])
    expect(log.rows).toEqual([{ purpose: WHY }])
    const loaded = await site.engine.database.read(lan, db =>
      certificateExport.load({ db, acting: lan, now: new Date(), today: '2026-03-02' }, id),
    )
    expect(JSON.stringify(loaded)).not.toContain('Kín Tiếng')
    const opened = await certificateExport.unseal!(site.engine.keys, loaded as never)
    const [row] = [...certificateBook(opened as never).sheets[0]!.rows].slice(-1)
    expect(row!.cells.map(cell => cell?.value)).toEqual(expect.arrayContaining([NAME, 'Biểu dương, tuyên dương']))
  })

  it('is forgotten a year after the end, of who was commended after five', async () => {
    const { id, mine, theirs } = await round()
    const other = nominationInput(id, {}, 'Người Khác')
    await send(lan, 'honours.nominate', other)
    await step(id, 'complete-dossier', dossier)
    await step(
      id,
      'record-vote',
      vote([
        [mine, 9],
        [theirs, 9],
        [other.lineId, 1],
      ]),
    )
    await step(id, 'record-decision', decision([mine, theirs]))
    on('2027-03-02')
    await forget()
    expect((await namesOf(id)).names, 'no ceremony has been noted').toEqual({ [theirs]: NAME })
    on('2031-03-02')
    await forget()
    expect((await namesOf(id)).names).toEqual({})
  })
})

async function forget(): Promise<void> {
  const ground = jobGround(site.engine, { mail: null as never, siteUrl: SITE_URL })
  const jobs = [...features.find(one => one.name === 'honours')!.jobs!(ground), ...groundJobs(ground)]
  for (const name of ['honours.forget-names', 'keys.clear'])
    await jobs.find(one => one.name === name)!.run(null, new AbortController().signal)
}
