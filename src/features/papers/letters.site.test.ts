import { beforeAll, describe, expect, it } from 'vitest'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'

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
    await send(clerk, 'exchange.send-request', {
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
    await send(lan, 'groups.record-meeting', { meetingId, programmeId, ...facts, minutesFile: null, conclusions: [] })
    expect((await can({ meetingId })).can.prepare).toBe(false)
    const { digest } = await ask<{ digest: string }>(minh, 'groups.meeting', { meetingId })
    await send(minh, 'groups.propose-meeting', { meetingId, digest })
    await send(hoa, 'groups.agree-meeting', { meetingId, digest })
    expect(await refusalOf(send(hoa, 'papers.prepare-paper', { paperId: newId(), meetingId }))).toBe('papers.lead-makes')
    expect((await issue({ meetingId })).cited).toBe('03/BB-MTTQ-BTT-SDTTG')
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
