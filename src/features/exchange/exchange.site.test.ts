import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme, type TestProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { Matrix } from './matrix.ts'
import { packageExport } from './package-export.ts'

let now = new Date('2026-09-16T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, clerk] = [who('lan'), who('minh'), who('vanthu.mttq')]
const [tuan, hoa] = [who('tuan'), who('hoa')]
const dung = who('dung')
const [A, B] = [lan.bodyId, tuan.bodyId]
const quarterly = { kind: 'every' as const, count: 1, unit: 'quarter' as const }

let programme: TestProgramme
let activityId: string
beforeAll(async () => {
  programme = await insertProgramme(site, [
    {
      path: 'II/3',
      text: 'Hằng quý trao đổi thông tin',
      lead: ['mttq', 'sdttg'],
      schedules: [quarterly],
      topics: ['information'],
    },
    { path: 'II/4', text: 'Hằng quý họp', lead: ['mttq'], schedules: [quarterly], topics: ['meeting'] },
  ])
  const planId = newId()
  await send(tuan, 'plans.draft-plan', { planId, programmeId: programme.id, year: 2026 })
  const plan = await ask<{ clauses: { items: { id: string }[] }[] }>(tuan, 'plans.plan', { planId })
  await sharePlan(site, hoa, planId)
  activityId = newId()
  await send(tuan, 'activities.record-activity', {
    activityId,
    programmeId: programme.id,
    itemIds: [plan.clauses[0]!.items[0]!.id],
    kind: 'training',
    title: 'Lớp bồi dưỡng ở xã Nậm Mây',
    heldOn: '2026-07-20',
    place: 'Xã Nậm Mây',
    count: { value: 1, unit: 'lớp' },
    reach: { value: 45, unit: 'lượt học viên' },
  })
})

type View = {
  package: { id: string; state: string; version: number; replaces: string | null; receivedOn: string | null }
  content: { note: string; activities: { title: string }[]; figures: object[]; files: { name: string }[] }
  digest: string
  can: Record<string, { code: string } | null>
}
const look = (acting: Actor, packageId: string) => ask<View>(acting, 'exchange.package', { packageId })
const matrix = (acting: Actor) => ask<Matrix>(acting, 'exchange.matrix', { programmeId: programme.id, year: 2026 })
const cellOf = async (acting: Actor, from: string, quarter: number) =>
  (await matrix(acting)).rows.find(row => row.from === from)!.cells[`2026-q${quarter}`]!

async function assemble(acting: Actor, quarter: number, change: object = {}): Promise<string> {
  const packageId = newId()
  const { dutyKey } = await cellOf(acting, acting.bodyId, quarter)
  await send(acting, 'exchange.assemble-package', {
    packageId,
    programmeId: programme.id,
    dutyKey,
    year: 2026,
    note: 'Đời sống ổn định.',
    ...change,
  })
  return packageId
}
async function dispatch(acting: Actor, packageId: string) {
  const { digest, package: found } = await look(acting, packageId)
  return send(acting, 'exchange.send-package', { packageId, version: found.version, digest })
}
async function upload(acting: Actor, text: string): Promise<string> {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), 1000)
  const fileId = newId()
  await send(acting, 'files.keep-upload', { fileId, ...stored, name: 'tài liệu.txt', mediaType: 'text/plain' })
  return fileId
}
const seesFile = async (acting: Actor, id: string) =>
  (await engine.database.read(acting, db => db.selectFrom('file').select('id').where('id', '=', id).execute())).length === 1
const waitingFor = async (acting: Actor) =>
  (await deadlinesOf(site, acting, '2026-09-30'))
    .filter(one => one.kind === 'package')
    .map(one => [one.waits, one.step, one.title])

describe('a package from one side to the other', () => {
  let packageId: string
  let fileId: string

  it('is made of the own side’s activities of the period and chosen files, and is nobody else’s', async () => {
    fileId = await upload(tuan, 'nội dung tài liệu')
    packageId = await assemble(tuan, 3, { fileIds: [fileId] })
    const { content, can } = await look(tuan, packageId)
    expect(content).toMatchObject({
      note: 'Đời sống ổn định.',
      activities: [{ title: 'Lớp bồi dưỡng ở xã Nậm Mây' }],
      figures: [{ kind: 'training', activities: 1 }],
      files: [{ name: 'tài liệu.txt' }],
    })
    expect(can['send']).toEqual({ code: 'not-permitted' })
    for (const other of [lan, minh, dung]) expect(await refusalOf(look(other, packageId))).toBe('not-found')
    expect(await seesFile(lan, fileId)).toBe(false)
    expect(await cellOf(lan, B, 3)).toMatchObject({ state: 'not-due', packageId: null, draft: false })
    expect(await waitingFor(tuan)).toContainEqual(['us', 'send-package', 'Thông tin quý III/2026 gửi UBMTTQ tỉnh'])
  })

  it('is one for a duty', async () => {
    expect(await refusalOf(assemble(tuan, 3))).toBe('exchange.opened-already')
  })

  it('is written on by its own side alone', async () => {
    const input = { packageId, version: 1, note: 'Vướng mắc về cấp nước.', fileIds: [fileId] }
    expect(await refusalOf(send(lan, 'exchange.change-package', input))).toBe('not-found')
    await send(tuan, 'exchange.change-package', { ...input, activityIds: [] })
    expect((await look(tuan, packageId)).content).toMatchObject({ note: 'Vướng mắc về cấp nước.', activities: [] })
    await send(tuan, 'exchange.change-package', { ...input, version: 2 })
    expect(await refusalOf(send(tuan, 'exchange.change-package', { ...input, version: 2 }))).toBe('changed-meanwhile')
    expect(await refusalOf(send(tuan, 'exchange.change-package', { ...input, version: 3, activityIds: [newId()] }))).toBe(
      'not-found',
    )
    const foreign = await upload(lan, 'của bên kia')
    expect(await refusalOf(send(tuan, 'exchange.change-package', { ...input, version: 3, fileIds: [foreign] }))).toBe('not-found')
  })

  it('is sent by a leader, exactly as it was seen', async () => {
    const { digest } = await look(hoa, packageId)
    expect(await refusalOf(dispatch(tuan, packageId))).toBe('not-permitted')
    expect(await refusalOf(send(hoa, 'exchange.send-package', { packageId, version: 3, digest: 'a'.repeat(64) }))).toBe(
      'exchange.content-moved',
    )
    expect(await send(hoa, 'exchange.send-package', { packageId, version: 3, digest })).toMatchObject({ late: false })
    expect(await seesFile(lan, fileId)).toBe(true)
    expect(await seesFile(dung, fileId)).toBe(false)
    expect(await cellOf(lan, B, 3)).toMatchObject({ state: 'sent', packageId })
    expect(await waitingFor(lan)).toContainEqual(['us', 'receive-package', 'Thông tin quý III/2026 của Sở DT&TG'])
    expect(await waitingFor(hoa)).toContainEqual(['them', 'open-package', 'Thông tin quý III/2026 gửi UBMTTQ tỉnh'])
  })

  it('does not change any more, whatever happens to its activities', async () => {
    const before = await look(lan, packageId)
    await send(tuan, 'activities.remove-activity', { activityId, version: 1 })
    expect((await look(lan, packageId)).content).toEqual(before.content)
    await send(tuan, 'activities.restore-activity', { activityId, version: 2 })
    const again = { packageId, version: 4, note: 'khác', fileIds: [] }
    expect(await refusalOf(send(tuan, 'exchange.change-package', again))).toBe('exchange.sent-already')
    const meddle = engine.database.pool.query(`UPDATE exchange_package SET note = 'khác' WHERE id = $1`, [packageId])
    await expect(meddle).rejects.toThrow('a sent package does not change')
  })

  it('is received the same day by a clerk of the addressee, once', async () => {
    const input = { packageId, version: 4 }
    expect(await refusalOf(send(tuan, 'exchange.receive-package', input))).toBe('exchange.not-addressee')
    expect(await refusalOf(send(dung, 'exchange.receive-package', input))).toBe('not-found')
    expect(await send(clerk, 'exchange.receive-package', input)).toMatchObject({ sameDay: true })
    expect((await look(tuan, packageId)).package).toMatchObject({ state: 'received', receivedOn: '2026-09-16' })
    expect(await cellOf(tuan, B, 3)).toMatchObject({ state: 'on-time', packageId })
    expect(await refusalOf(send(lan, 'exchange.return-package', { packageId, version: 5, reason: 'sai' }))).toBe(
      'exchange.dealt-with',
    )
    expect((await waitingFor(lan)).filter(([, , title]) => title!.includes('của Sở'))).not.toContainEqual([
      'us',
      'receive-package',
      expect.anything(),
    ])
  })

  it('leaves as a ZIP of letter, annex and files, for both sides and nobody else', async () => {
    const loading = (acting: Actor) =>
      engine.database.read(acting, db => packageExport.load({ db, acting, now, today: vietnamDate(now) }, packageId))
    expect(await refusalOf(loading(dung))).toBe('not-found')
    const { bytes, fileName } = await packageExport.render((await loading(lan)) as never, 'zip', engine.files)
    expect(fileName).toBe('thong-tin-quy-iii-2026.zip')
    const entries = unzipSync(await buffer(bytes as Readable))
    expect(Object.keys(entries)).toEqual(['cong-van.pdf', 'phu-luc.docx', 'tai-lieu/tài liệu.txt'])
    expect(new TextDecoder().decode(entries['tai-lieu/tài liệu.txt'])).toBe('nội dung tài liệu')
    expect(new TextDecoder().decode(entries['cong-van.pdf']!.slice(0, 5))).toBe('%PDF-')
    expect(unzipSync(entries['phu-luc.docx']!)['word/document.xml']).toBeDefined()
  })
})

describe('a package that is returned', () => {
  it('goes back with the reason and is made anew in its place; late is late', async () => {
    now = new Date('2026-09-21T03:00:00Z')
    const first = await assemble(lan, 3)
    await dispatch(minh, first)
    const { version } = (await look(tuan, first)).package
    expect(await refusalOf(send(tuan, 'exchange.return-package', { packageId: first, version, reason: ' ' }))).toBe('field.empty')
    await send(tuan, 'exchange.return-package', { packageId: first, version, reason: 'Thiếu số liệu của xã Pa Thơm' })
    expect(await cellOf(lan, A, 3)).toMatchObject({ state: 'returned', packageId: first })
    expect(await waitingFor(lan)).toContainEqual(['us', 'resend-package', 'Thông tin quý III/2026 gửi Sở DT&TG'])
    now = new Date('2026-09-22T03:00:00Z')
    const second = await assemble(lan, 3)
    expect((await look(lan, second)).package.replaces).toBe(first)
    expect(await dispatch(minh, second)).toMatchObject({ late: true })
    now = new Date('2026-09-24T03:00:00Z')
    const sent = (await look(tuan, second)).package
    expect(await send(tuan, 'exchange.receive-package', { packageId: second, version: sent.version })).toMatchObject({
      sameDay: false,
    })
    expect(await cellOf(tuan, A, 3)).toMatchObject({ state: 'late', packageId: second })
    expect((await look(tuan, first)).package.state).toBe('returned')
  })
})

describe('what is refused', () => {
  const wanted = (dutyKey: string, year = 2026) => ({ packageId: newId(), programmeId: programme.id, dutyKey, year, note: '' })

  it('is a year outside the programme, in one clear sentence', async () => {
    expect(await refusalOf(send(lan, 'exchange.assemble-package', wanted('x', 2025)))).toBe('exchange.year-outside')
    expect(await refusalOf(ask(lan, 'exchange.matrix', { programmeId: programme.id, year: 2031 }))).toBe('exchange.year-outside')
  })

  it('is a duty of nobody, of the other side, and one whose period has not begun', async () => {
    expect(await refusalOf(send(lan, 'exchange.assemble-package', wanted('x')))).toBe('exchange.no-such-duty')
    const theirs = (await cellOf(lan, B, 2)).dutyKey
    expect(await refusalOf(send(lan, 'exchange.assemble-package', wanted(theirs)))).toBe('exchange.not-yours')
    now = new Date('2026-09-01T03:00:00Z')
    const coming = (await cellOf(lan, A, 4)).dutyKey
    expect(await refusalOf(send(lan, 'exchange.assemble-package', wanted(coming)))).toBe('exchange.not-begun')
  })

  it('is sending before the figures of the period are closed', async () => {
    now = new Date('2026-12-14T03:00:00Z')
    const packageId = await assemble(lan, 4)
    expect(await refusalOf(dispatch(minh, packageId))).toBe('exchange.before-cutoff')
    now = new Date('2026-12-15T03:00:00Z')
    await dispatch(minh, packageId)
  })

  it('is anything of a stranger to the programme', async () => {
    expect(await refusalOf(matrix(dung))).toBe('not-found')
    expect(await waitingFor(dung)).toEqual([])
  })
})

describe('a programme of three', () => {
  it('keeps what two of them send each other from the third, who is owed one of its own', async () => {
    now = new Date('2026-09-16T03:00:00Z')
    const informing = { path: 'II/3', text: 'Hằng quý cung cấp thông tin', lead: ['mttq'], topics: ['information' as const] }
    const parties = { parties: ['mttq', 'sdttg', 'bdv'] }
    const { id: programmeId } = await insertProgramme(site, [{ ...informing, schedules: [quarterly] }], parties)
    const shown = (acting: Actor) => ask<Matrix>(acting, 'exchange.matrix', { programmeId, year: 2026 })
    expect((await shown(lan)).rows.map(row => row.to)).toEqual([B, dung.bodyId])
    const toB = (await shown(tuan)).rows
    expect(toB.map(row => row.to)).toEqual([B])
    const fileId = await upload(lan, 'gửi riêng một bên')
    const packageId = newId()
    const { dutyKey } = toB[0]!.cells['2026-q3']!
    await send(lan, 'exchange.assemble-package', { packageId, programmeId, dutyKey, year: 2026, note: '', fileIds: [fileId] })
    await dispatch(minh, packageId)
    expect((await look(tuan, packageId)).package.state).toBe('sent')
    expect(await refusalOf(look(dung, packageId))).toBe('not-found')
    expect(await seesFile(tuan, fileId)).toBe(true)
    expect(await seesFile(dung, fileId)).toBe(false)
    expect((await shown(dung)).rows[0]!.cells['2026-q3']).toMatchObject({ state: 'not-due', packageId: null })
  })
})
