import { beforeAll, describe, expect, it } from 'vitest'
import { nominationInput, roundInput } from '../../../test/harness/honours.ts'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { readFile } from '../../formats/read-file.ts'
import { newId } from '../../kernel/ids.ts'
import { bytesOf } from './keep-copy.ts'
import type { Shown } from './web/types.ts'

const site = await openTestSite({ now: () => new Date('2026-03-10T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, clerk, admin, partner] = [who('lan'), who('minh'), who('vanthu.mttq'), who('quantri.mttq'), who('hoa')]
let programmeId = ''
beforeAll(async () => {
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền pháp luật' }])).id
})

const look = (paperId: string, as = lan) => ask<Shown>(as, 'papers.paper', { paperId })
const word = (paperId: string, version: number, words: string[] | null, as = lan) =>
  send(as, 'papers.word-paper', { paperId, version, words })

/** What stands on the frozen file. */
async function frozenText(paperId: string): Promise<string> {
  const { paper } = await look(paperId)
  await send(clerk, 'papers.check-paper', { paperId, version: paper.version })
  await send(clerk, 'papers.freeze-paper', { paperId, version: paper.version + 1 })
  const { copies } = await look(paperId)
  const { text } = await readFile({ name: 'a.pdf', bytes: await bytesOf(engine.files, copies[0]!.sha256) })
  return text.replace(/\s+/g, ' ')
}

describe('the words of a letter', () => {
  const fields = { toName: 'Sở Xây dựng', toBody: null, clausePath: null, signedWith: [] }

  it('are free before its form is checked, while its facts stay those of the record', async () => {
    const [requestId, paperId] = [newId(), newId()]
    await send(lan, 'exchange.draft-request', { requestId, programmeId, ...fields, content: 'Hỗ trợ kinh phí mô hình.' })
    await send(lan, 'papers.prepare-paper', { paperId, requestId })
    expect((await look(paperId)).wording).toMatchObject({ changed: false, words: [expect.any(String), '{Nội dung đề nghị}'] })
    expect(await refusalOf(word(paperId, 1, ['{Nội dung đề nghị}', '{Số dân}']))).toBe('papers.strange-fact')
    expect(await refusalOf(word(paperId, 1, ['Trân trọng đề nghị quý Sở.']))).toBe('papers.missing-fact')
    expect(await refusalOf(word(paperId, 1, ['{Nội dung đề nghị}'], partner))).toBe('not-found')
    await word(paperId, 1, ['Để chuẩn bị mùa mưa bão, trân trọng đề nghị {Nơi nhận}:', '{Nội dung đề nghị}'])
    await send(lan, 'exchange.change-request', { requestId, version: 1, ...fields, content: 'Hỗ trợ 02 mô hình.' })
    const text = await frozenText(paperId)
    expect(text).toContain('Để chuẩn bị mùa mưa bão, trân trọng đề nghị Sở Xây dựng: Hỗ trợ 02 mô hình')
    const { paper, wording } = await look(paperId)
    expect(wording).toBe(null)
    expect(await refusalOf(word(paperId, paper.version, null))).toBe('papers.frozen-already')
  })

  it('come back as they are by default', async () => {
    const [requestId, paperId] = [newId(), newId()]
    await send(lan, 'exchange.draft-request', { requestId, programmeId, ...fields, content: 'Bố trí hội trường.' })
    await send(lan, 'papers.prepare-paper', { paperId, requestId })
    const { wording: before } = await look(paperId)
    await word(paperId, 1, ['Xin phép đề nghị: {Nội dung đề nghị}'])
    await word(paperId, 2, null)
    expect((await look(paperId)).wording).toEqual(before)
  })

  it('of a letter on a petition are written by its unit, and kept with it', async () => {
    const { villageId } = await layPlaces(site)
    const petition = petitionInput(villageId)
    const { petitionId } = petition
    await send(lan, 'petitions.record-petition', petition)
    const route = { routeId: newId(), field: null, placeId: null, level: 'province', addressee: 'Sở Xây dựng tỉnh Sơn Hà' }
    await send(admin, 'petitions.set-route', { ...route, decidedBy: 'Công văn 12', validFrom: '2026-01-01' })
    const paperId = newId()
    await send(lan, 'papers.prepare-paper', { paperId, petitionId })
    expect((await look(paperId, clerk)).wording).toBe(null)
    await word(paperId, 1, ['Nhân dân {Địa bàn} mong {Nơi nhận} sớm xem xét:', '{Nội dung kiến nghị}'])
    expect(await frozenText(paperId)).toContain('mong Sở Xây dựng tỉnh Sơn Hà sớm xem xét:')
  })
})

it('the letter of a package is issued with its table by the side that informs, once it was sent', async () => {
  const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const informing = { path: 'II/3', text: 'Hằng năm cung cấp thông tin', schedules: [yearly], topics: ['information' as const] }
  const { id } = await insertProgramme(site, [{ ...informing, lead: ['mttq', 'sdttg'] }], { from: 2025, to: 2029 })
  type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string }> }[] }
  const { rows } = await ask<Matrix>(lan, 'exchange.matrix', { programmeId: id, year: 2025 })
  const { dutyKey } = Object.values(rows.find(row => row.from === lan.bodyId)!.cells)[0]!
  const [packageId, paperId] = [newId(), newId()]
  await send(lan, 'exchange.assemble-package', { packageId, programmeId: id, dutyKey, year: 2025, note: 'Tình hình ổn định.' })
  expect(await refusalOf(send(lan, 'papers.prepare-paper', { paperId, packageId }))).toBe('exchange.package-not-sent')
  const { digest } = await ask<{ digest: string }>(minh, 'exchange.package', { packageId })
  await send(minh, 'exchange.send-package', { packageId, version: 1, digest })
  expect(await refusalOf(send(partner, 'papers.prepare-paper', { paperId, packageId }))).toBe('papers.lead-makes')
  await send(lan, 'papers.prepare-paper', { paperId, packageId })
  expect((await look(paperId)).source).toBe(`/trao-doi/${packageId}`)
  expect(await frozenText(paperId)).toContain('Tình hình ổn định.')
})

it('the decision of a round is issued with its list of collectives, and its number goes into the record; names of individuals stay sealed', async () => {
  const { name: issuer } = await engine.database.read(lan, db =>
    db.selectFrom('body').select('name').where('id', '=', lan.bodyId).executeTakeFirstOrThrow(),
  )
  const round = async (sorts: readonly ('collective' | 'individual')[]) => {
    const input = roundInput({ form: 'citation', issuer })
    const { commendationId } = input
    await send(lan, 'honours.open-commendation', input)
    for (const sort of sorts)
      await send(
        lan,
        'honours.nominate',
        nominationInput(commendationId, { sort }, sort === 'collective' ? 'Tập thể thôn Nà Lốc' : 'Giàng Thị Kín'),
      )
    const dossier = { number: '7/TTr-MTTQ', date: '2026-03-09', complete: true }
    await send(lan, 'honours.complete-dossier', { commendationId, version: 1, ...dossier })
    return commendationId
  }
  const prepare = async (commendationId: string) => {
    const paperId = newId()
    await send(lan, 'papers.prepare-paper', { paperId, commendationId })
    return paperId
  }
  expect(await refusalOf(round(['collective', 'individual']).then(prepare))).toBe('commendations.names-by-hand')
  const commendationId = await round(['collective'])
  const paperId = await prepare(commendationId)
  const { paper, wording } = await look(paperId)
  expect([paper.kind, wording]).toEqual(['QĐ', null])
  expect(await refusalOf(word(paperId, 1, ['Quyết định']))).toBe('papers.no-wording')
  expect(await frozenText(paperId)).toContain('Tập thể thôn Nà Lốc')
  const given = { paperId, version: 3, entryId: newId(), dated: '2026-03-10', ink: true }
  await send(clerk, 'papers.number-paper', given)
  type Of = { papers: { cited: string | null; waits: boolean }[] }
  const [made] = (await ask<Of>(lan, 'papers.of-source', { commendationId })).papers
  expect(made).toMatchObject({ cited: expect.stringMatching(/^\d+\/QĐ-/), waits: true })
})
