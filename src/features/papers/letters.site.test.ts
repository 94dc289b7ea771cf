import { beforeAll, describe, expect, it } from 'vitest'
import { asToday, enrolBeside } from '../../../test/harness/enrol.ts'
import { keepFile } from '../../../test/harness/papers.ts'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { dumpOf } from '../../../test/harness/planted.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { readFile } from '../../formats/read-file.ts'
import { newId } from '../../kernel/ids.ts'
import { bytesOf } from './keep-copy.ts'

let now = new Date('2026-03-10T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, hoa, clerk, admin] = [who('lan'), who('minh'), who('hoa'), who('vanthu.mttq'), who('quantri.mttq')]
let [programmeId, villageId] = ['', '']
beforeAll(async () => {
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền pháp luật' }])).id
  villageId = (await layPlaces(site)).villageId
})

type Shown = { paper: { state: string; cited: string | null; subject: string; version: number }; faults: string[] }
const look = (paperId: string) => ask<Shown>(clerk, 'papers.paper', { paperId })
type Source = { [key: string]: Json }
const can = (source: Source) => ask<{ can: { prepare: boolean } }>(lan, 'papers.of-source', source)

/** Through the whole path as far as its number, by the clerk. */
async function issue(source: Source, by = lan): Promise<{ paperId: string; cited: string }> {
  const paperId = newId()
  await send(by, 'papers.prepare-paper', { paperId, ...source })
  expect((await look(paperId)).faults).toEqual([])
  await send(clerk, 'papers.check-paper', { paperId, version: 1 })
  await send(clerk, 'papers.freeze-paper', { paperId, version: 2 })
  const given = { paperId, version: 3, entryId: newId(), dated: now.toISOString().slice(0, 10), ink: true }
  await send(clerk, 'papers.number-paper', given)
  return { paperId, cited: (await look(paperId)).paper.cited! }
}

describe('a letter to a body outside the programme', () => {
  const fields = { toName: 'Sở Xây dựng', toBody: null, content: 'Hỗ trợ kinh phí mô hình.', clausePath: 'II/1', signedWith: [] }
  const requestId = newId()

  it('is issued by the path of reports, once, with its number from the register', async () => {
    await send(lan, 'exchange.draft-request', { requestId, programmeId, ...fields })
    const { cited, paperId } = await issue({ requestId })
    expect(cited).toBe('01/MTTQ-BTT')
    expect((await look(paperId)).paper.subject).toContain('V/v đề nghị phối hợp thực hiện')
    expect(await refusalOf(issue({ requestId }))).toBe('papers.made-already')
    await send(minh, 'exchange.send-request', {
      requestId,
      version: 1,
      number: cited,
      sentOn: '2026-03-10',
      dueOn: null,
      fileId: null,
    })
  })

  it('is urged by further letters, each after the one before was issued', async () => {
    expect((await can({ urgedRequestId: requestId })).can.prepare).toBe(true)
    const { cited, paperId } = await issue({ urgedRequestId: requestId })
    expect([cited, (await look(paperId)).paper.subject]).toEqual([
      '02/MTTQ-BTT',
      'V/v đôn đốc trả lời Công văn số 01/MTTQ-BTT ngày 10 tháng 3 năm 2026',
    ])
    expect(await refusalOf(issue({ urgedRequestId: requestId }))).toBe('papers.made-already')
    expect(await refusalOf(send(lan, 'papers.prepare-paper', { paperId: newId(), requestId }))).toBe('exchange.request-sent')
  })
})

describe('minutes', () => {
  it('that both sides have agreed to are issued by the side that chaired, and signed by both', async () => {
    const meetingId = newId()
    const facts = { heldOn: '2026-03-05', place: 'Trụ sở Sở', chairedBy: lan.bodyId, agenda: 'Kiểm điểm tiến độ', notes: '' }
    const form = {
      beginsAt: '08:00',
      endsAt: '10:30',
      present: 'Các thành viên Tổ công tác\nPhòng Chính sách',
      secretary: 'Hoàng Thị Lan',
    }
    await send(lan, 'groups.record-meeting', { meetingId, programmeId, ...facts, ...form, minutesFile: null, conclusions: [] })
    expect((await can({ meetingId })).can.prepare).toBe(false)
    const { digest } = await ask<{ digest: string }>(minh, 'groups.meeting', { meetingId })
    await send(minh, 'groups.propose-meeting', { meetingId, digest })
    await send(hoa, 'groups.agree-meeting', { meetingId, digest })
    expect(await refusalOf(send(hoa, 'papers.prepare-paper', { paperId: newId(), meetingId }))).toBe('papers.lead-makes')
    const { cited, paperId } = await issue({ meetingId })
    expect(cited).toBe('03/BB-MTTQ-BTT-SDTTG')
    const { copies } = await ask<{ copies: { sha256: string }[] }>(clerk, 'papers.paper', { paperId })
    const { text } = await readFile({ name: 'a.pdf', bytes: await bytesOf(engine.files, copies[0]!.sha256) })
    for (const words of [
      'Thời gian: 08 giờ 00, ngày 05 tháng 3 năm 2026.',
      'Thành phần tham dự: Các thành viên Tổ công tác; Phòng Chính sách.',
      'Thư ký: Hoàng Thị Lan.',
      'Cuộc họp kết thúc lúc 10 giờ 30 cùng ngày.',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words)
  })
})

describe('a letter on a petition', () => {
  it('is read by its unit, by who signs and by the clerk, and by no other unit of the body', async () => {
    const petition = petitionInput(villageId)
    const { petitionId } = petition
    await send(lan, 'petitions.record-petition', petition)
    expect(await refusalOf(issue({ petitionId }))).toBe('petitions.no-addressee')
    const route = { routeId: newId(), field: null, placeId: null, level: 'province', addressee: 'Sở Xây dựng tỉnh Sơn Hà' }
    await send(admin, 'petitions.set-route', { ...route, decidedBy: 'Công văn 12', validFrom: '2026-01-01' })
    const { paperId, cited } = await issue({ petitionId })
    const seen = (acting: typeof lan) =>
      engine.database.read(acting, async db => {
        const rows = await db.selectFrom('paper').select('sheet').where('id', '=', paperId).execute()
        const copies = await db.selectFrom('paper_copy').select('file_id').where('paper_id', '=', paperId).execute()
        const files = await db.selectFrom('file').select('id').where('subject_id', '=', paperId).execute()
        return [rows.length, copies.length, files.length, JSON.stringify(rows).includes('học sinh phải đi bộ')]
      })
    for (const reader of [lan, minh, clerk]) expect(await seen(reader)).toEqual([1, 1, 1, true])
    for (const other of [admin, hoa]) expect(await seen(other)).toEqual([0, 0, 0, false])
    const forwarding = { addressee: 'Sở Xây dựng tỉnh Sơn Hà', level: 'province', paperNumber: cited, paperDate: '2026-03-10' }
    const at = { petitionId, version: 1, stepId: newId(), day: '2026-03-10', term: { on: '2026-03-20', basis: 'Theo công văn' } }
    await send(lan, 'petitions.forward-petition', { ...at, ...forwarding })
    expect(await refusalOf(issue({ urgedPetitionId: petitionId }))).toBe('petitions.not-overdue')
    now = new Date('2026-03-21T03:00:00Z')
    const urging = await issue({ urgedPetitionId: petitionId })
    expect((await look(urging.paperId)).paper.subject).toContain('V/v đôn đốc giải quyết kiến nghị')
  })
})

describe('a record', () => {
  const fields = {
    programmeId: '',
    toName: 'Sở Y tế',
    toBody: null,
    content: 'Khám cho người già.',
    clausePath: 'II/1',
    signedWith: [],
  }
  const request = async (more: { [key: string]: Json } = {}) => {
    const requestId = newId()
    await send(lan, 'exchange.draft-request', { ...fields, programmeId, requestId, ...more })
    return requestId
  }

  it('becomes one paper at a time, whatever is taken out and put back', async () => {
    const requestId = await request()
    const [first, second] = [newId(), newId()]
    await send(lan, 'papers.prepare-paper', { paperId: first, requestId })
    await send(lan, 'papers.remove-paper', { paperId: first, version: 1 })
    await send(lan, 'papers.prepare-paper', { paperId: second, requestId })
    const back = (version: number) => send(lan, 'papers.restore-paper', { paperId: first, version })
    expect(await refusalOf(back(2))).toBe('papers.made-already')
    await send(lan, 'papers.remove-paper', { paperId: second, version: 1 })
    await back(2)
    expect((await look(first)).paper.state).toBe('draft')
  })

  it('becomes one paper where two press at once', async () => {
    const requestId = await request()
    const press = () => refusalOf(send(lan, 'papers.prepare-paper', { paperId: newId(), requestId })).catch(() => 'made')
    const rows = async () => {
      await Promise.all([press(), press(), press()])
      return engine.database.read('system', db =>
        db.selectFrom('paper').select('id').where('source_id', '=', requestId).execute(),
      )
    }
    expect(await rows()).toHaveLength(1)
  })

  it('that several had agreed to, and that was taken back, is not frozen', async () => {
    const requestId = await request({ signedWith: [hoa.bodyId] })
    const { digest } = await ask<{ digest: string }>(minh, 'exchange.request', { requestId })
    await send(minh, 'exchange.propose-request', { requestId, version: 1, digest })
    await send(hoa, 'exchange.agree-request', { requestId, version: 2, digest })
    const paperId = newId()
    await send(lan, 'papers.prepare-paper', { paperId, requestId })
    await send(clerk, 'papers.check-paper', { paperId, version: 1 })
    await send(minh, 'exchange.take-back-request', { requestId, version: 3 })
    expect(await refusalOf(send(clerk, 'papers.freeze-paper', { paperId, version: 2 }))).toBe('exchange.request-not-agreed')
  })

  it('keeps its words from the freezing of its letter until that is opened again, and says so beforehand', async () => {
    const [alone, agreed] = [await request(), await request({ signedWith: [hoa.bodyId] })]
    const { digest } = await ask<{ digest: string }>(minh, 'exchange.request', { requestId: agreed })
    await send(minh, 'exchange.propose-request', { requestId: agreed, version: 1, digest })
    await send(hoa, 'exchange.agree-request', { requestId: agreed, version: 2, digest })
    const papers = [newId(), newId()]
    for (const [at, requestId] of [alone, agreed].entries()) {
      await send(lan, 'papers.prepare-paper', { paperId: papers[at]!, requestId })
      await send(clerk, 'papers.check-paper', { paperId: papers[at]!, version: 1 })
      await send(clerk, 'papers.freeze-paper', { paperId: papers[at]!, version: 2 })
    }
    const { programmeId: _kept, ...written } = fields
    const change = () => send(lan, 'exchange.change-request', { ...written, requestId: alone, version: 1, content: 'Khám lại.' })
    const steps = [
      change,
      () => send(lan, 'exchange.remove-request', { requestId: alone, version: 1 }),
      () => send(minh, 'exchange.take-back-request', { requestId: agreed, version: 3 }),
    ]
    for (const step of steps) expect(await refusalOf(step())).toBe('exchange.letter-frozen')
    type Told = { can: { [key in 'change' | 'takeBack' | 'reword']: { code: string } | null } }
    const told = async (requestId: string) => (await ask<Told>(minh, 'exchange.request', { requestId })).can
    const fixed = { code: 'exchange.letter-frozen' }
    expect(await told(alone)).toMatchObject({ change: fixed, reword: fixed })
    expect(await told(agreed)).toMatchObject({ takeBack: fixed, reword: fixed })
    await send(clerk, 'papers.thaw-paper', { paperId: papers[0]!, version: 3 })
    expect(await told(alone)).toMatchObject({ change: null, reword: null })
    await change()
  })
})

describe('a letter on a petition, with its petition,', () => {
  type Acting = typeof lan
  let other: Acting
  const recorded = async () => {
    const { code, term, ...fields } = petitionInput(villageId)
    await send(lan, 'petitions.record-petition', { ...fields, code, term })
    return fields
  }
  const prepared = async (petitionId: string) => {
    const paperId = newId()
    await send(lan, 'papers.prepare-paper', { paperId, petitionId })
    return paperId
  }
  const frozen = async (petitionId: string) => {
    const paperId = await prepared(petitionId)
    await send(clerk, 'papers.check-paper', { paperId, version: 1 })
    await send(clerk, 'papers.freeze-paper', { paperId, version: 2 })
    return paperId
  }
  const readBy = (acting: Acting, paperId: string) =>
    engine.database.read(
      acting,
      async db => (await db.selectFrom('paper').select('id').where('id', '=', paperId).execute()).length,
    )
  const routing = (petitionId: string) => ({
    petitionId,
    version: 1,
    stepId: newId(),
    day: '2026-03-21',
    kind: 'complaint',
    channel: 'reception',
  })
  beforeAll(async () => {
    other = await enrolBeside(site, clerk, 'donvikhac', ['officer'])
  })

  it('goes to the unit that the petition is given to', async () => {
    const { petitionId } = await recorded()
    const paperId = await prepared(petitionId)
    expect([await readBy(lan, paperId), await readBy(other, paperId)]).toEqual([1, 0])
    await send(minh, 'petitions.assign-petition', { petitionId, version: 1, handler: other.accountId })
    expect([await readBy(lan, paperId), await readBy(other, paperId)]).toEqual([0, 1])
    expect(await refusalOf(send(other, 'papers.prepare-paper', { paperId: newId(), petitionId }))).toBe('papers.made-already')
  })

  it('falls when its words change, and is written anew', async () => {
    const { petitionId, ...fields } = await recorded()
    const paperId = await prepared(petitionId)
    await send(clerk, 'papers.check-paper', { paperId, version: 1 })
    await send(lan, 'petitions.change-petition', { petitionId, version: 1, ...fields, text: 'Cầu treo hỏng.' })
    expect(await refusalOf(send(clerk, 'papers.freeze-paper', { paperId, version: 3 }))).toBe('papers.removed')
    expect(await refusalOf(send(lan, 'papers.restore-paper', { paperId, version: 3 }))).toBe('papers.words-changed')
    const again = await frozen(petitionId)
    const reword = { petitionId, version: 2, ...fields, text: 'Cầu treo đứt.' }
    expect(await refusalOf(send(lan, 'petitions.change-petition', reword))).toBe('petitions.letter-frozen')
    type Told = { can: { change: boolean; steps: { [kind: string]: boolean }; reword: { code: string } | null } }
    const { can: told } = await ask<Told>(lan, 'petitions.petition', { petitionId })
    expect([told.change, told.steps['route-out'], told.steps['forward']]).toEqual([false, false, true])
    expect(told.reword).toEqual({ code: 'petitions.letter-frozen' })
    expect(await readBy(lan, again)).toBe(1)
  })

  it('loses its words, its subject and its opened files when the petition is routed out', async () => {
    const { petitionId } = await recorded()
    const paperId = await frozen(petitionId)
    expect(await refusalOf(send(lan, 'petitions.route-out', routing(petitionId)))).toBe('petitions.letter-frozen')
    await send(clerk, 'papers.thaw-paper', { paperId, version: 3 })
    await send(lan, 'petitions.route-out', routing(petitionId))
    const kept = await engine.database.read('system', async db => ({
      papers: await db.selectFrom('paper').select(['sheet', 'subject']).where('id', '=', paperId).execute(),
      copies: await db.selectFrom('paper_copy').select('id').where('paper_id', '=', paperId).execute(),
      files: await db.selectFrom('file').select('id').where('subject_id', '=', paperId).execute(),
    }))
    expect(kept).toEqual({ papers: [{ sheet: null, subject: 'Văn bản đã bỏ' }], copies: [], files: [] })
    expect(await refusalOf(send(lan, 'papers.restore-paper', { paperId, version: 5 }))).toBe('papers.words-changed')
  })

  it('keeps nothing of what was worded in it when the petition is routed out', async () => {
    const { petitionId } = await recorded()
    const paperId = await prepared(petitionId)
    const { paper, wording } = await ask<{ paper: { version: number }; wording: { words: string[] } }>(lan, 'papers.paper', {
      paperId,
    })
    const words = [...wording.words, 'Theo lời kể WQZX.']
    await send(lan, 'papers.word-paper', { paperId, version: paper.version, words })
    expect(await dumpOf(site)).toContain('WQZX')
    await send(lan, 'petitions.route-out', routing(petitionId))
    expect(await dumpOf(site)).not.toContain('WQZX')
  })

  it('is reached by whoever signs by authorisation, of whatever unit, once it is frozen', async () => {
    const signer = await enrolBeside(site, clerk, 'kythay', ['officer'])
    const drafted = await prepared((await recorded()).petitionId)
    const waiting = await frozen((await recorded()).petitionId)
    expect(await readBy(signer, waiting)).toBe(0)
    const paper = { number: '1/UQ-MTTQ', scope: 'Ký thay', paperDate: '2026-03-01', from: '2026-03-01', to: '2036-03-01' }
    await send(minh, 'agencies.authorise', { authorisationId: newId(), accountId: signer.accountId, ...paper, acts: ['sign'] })
    const today = await asToday(site, signer)
    expect([await readBy(today, waiting), await readBy(today, drafted)]).toEqual([1, 0])
    expect(await ask(today, 'papers.paper', { paperId: waiting })).toMatchObject({
      can: { sign: null },
      copies: [{ kind: 'frozen' }],
    })
  })

  it('is forwarded by a second letter after the first did not settle it, and offers only the number that waits', async () => {
    const { petitionId } = await recorded()
    const { paperId, cited } = await issue({ petitionId })
    const { copies } = await ask<{ copies: { sha256: string }[] }>(clerk, 'papers.paper', { paperId })
    const fileId = await keepFile(site, clerk, await bytesOf(engine.files, copies[0]!.sha256))
    const scan = { entryId: newId(), fileId, number: cited.split('/')[0]!, dated: '2026-03-21', compared: true }
    await send(clerk, 'papers.file-scan', { paperId, version: 4, ...scan })
    type Offered = { papers: { cited: string | null; waits: boolean }[]; can: { prepare: boolean } }
    const offered = async () => ask<Offered>(lan, 'papers.of-source', { petitionId })
    expect(await offered()).toMatchObject({ papers: [{ cited, waits: true }] })
    const at = (version: number) => ({ petitionId, version, stepId: newId(), day: '2026-03-21' })
    const forwarding = { addressee: 'Sở Xây dựng tỉnh Sơn Hà', level: 'province', paperNumber: cited, paperDate: '2026-03-21' }
    const term = { on: '2026-03-30', basis: 'Theo công văn' }
    await send(lan, 'petitions.forward-petition', { ...at(1), term, ...forwarding })
    const answer = { paperNumber: '9/SXD', paperDate: '2026-03-21', summary: 'Đã sửa' }
    await send(lan, 'petitions.answer-petition', { ...at(2), ...answer })
    const check = { onSpot: true, settled: false, byUnit: 'Ban Phong trào', summary: 'Đường chưa sửa' }
    await send(lan, 'petitions.check-petition', { ...at(3), ...check })
    expect(await offered()).toMatchObject({ papers: [{ cited, waits: false }], can: { prepare: true } })
    await prepared(petitionId)
  })
})
