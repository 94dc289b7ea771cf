import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../../test/harness/contributions.ts'
import { insertProgramme, type TestProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import type { Json } from '../../../engine/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import type { AmendedDuty, ChangeInput } from './contract.ts'

const now = new Date('2026-11-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, clerk, tuan, hoa, dung] = ['lan', 'minh', 'vanthu.mttq', 'tuan', 'hoa', 'dung'].map(who) as [
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
]
const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
const duty = (text: string): AmendedDuty => ({
  text,
  lead: [],
  support: [],
  others: [],
  advises: [],
  schedules: [yearly],
  targets: [],
  topics: [],
  deadline: null,
  product: null,
})
const replace = (text: string, path = 'II/1'): ChangeInput => ({ kind: 'replace', path, text, duties: [duty(text)] })
const add = (label: string, after: string, text: string): ChangeInput => ({
  kind: 'add',
  parent: null,
  after,
  label,
  text,
  duties: [duty(text)],
})

type View = {
  amendment: { state: string; version: number; digest: string; agreedBy: string[]; counteredBy: string | null }
  paper: { id: string; sha256: string } | null
  hindrance: { code: string } | null
  can: Record<string, boolean>
}
type Page = {
  clauses: { path: string; text: string; state: string; note: number | null; commitments: { text: string }[] }[]
  notes: { text: string }[]
  days: { on: string }[]
}

let programme: TestProgramme
beforeAll(async () => {
  programme = await fresh()
})
const fresh = () =>
  insertProgramme(site, [
    { path: 'II/1', text: 'Mở một lớp', schedules: [yearly] },
    { path: 'II/2', text: 'Thăm một xã', schedules: [yearly] },
    { path: 'II/3', text: 'Họp một lần', schedules: [yearly] },
  ])

const view = (actor: Actor, amendmentId: string) => ask<View>(actor, 'programmes.amendment', { amendmentId })
const page = (on?: string, id = programme.id) => ask<Page>(lan, 'programmes.page', { programmeId: id, ...(on ? { on } : {}) })

async function draft(actor: Actor, changes: ChangeInput[], about: { on?: string; counters?: string; at?: string } = {}) {
  const { on = '2027-01-01', counters = null, at = programme.id } = about
  const amendmentId = newId()
  const input = { amendmentId, programmeId: at, counters, effectiveOn: on, reason: 'Bám sát thực tế', changes }
  await send(actor, 'programmes.draft-amendment', input)
  return amendmentId
}
async function step(actor: Actor, command: string, amendmentId: string, more: Record<string, Json> = {}) {
  const { version, digest } = (await view(actor, amendmentId)).amendment
  const seen = /share|agree/.test(command) ? { digest } : {}
  return send(actor, `programmes.${command}`, { amendmentId, version, ...seen, ...more })
}
async function upload(actor: Actor, text: string) {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), 1000)
  const fileId = newId()
  await send(actor, 'files.keep-upload', { fileId, ...stored, name: 'da-ky.pdf', mediaType: 'application/pdf' })
  return { fileId, sha256: stored.sha256 }
}
async function sign(amendmentId: string, number: string, signedOn = '2026-11-20') {
  const { fileId, sha256 } = await upload(clerk, `Văn bản đã ký ${number}`)
  await step(clerk, 'record-signing', amendmentId, { number, signedOn, fileId })
  return sha256
}
async function agreed(changes: ChangeInput[], about: Parameters<typeof draft>[2] = {}) {
  const amendmentId = await draft(lan, changes, about)
  await step(minh, 'share-amendment', amendmentId)
  await step(hoa, 'agree-amendment', amendmentId)
  return amendmentId
}
const signed = async (number: string, changes: ChangeInput[], about: Parameters<typeof draft>[2] = {}) => {
  const amendmentId = await agreed(changes, about)
  await sign(amendmentId, number)
  return amendmentId
}
const waitsFor = async (actor: Actor, id: string) =>
  (await deadlinesOf(site, actor, '2027-12-31')).find(one => one.kind === 'amendment' && one.id === id)

describe('an amendment of a programme', () => {
  it('is its own side’s until a leader sends it, and waits for the other then', async () => {
    const id = await draft(lan, [replace('Mở hai lớp')])
    expect(await refusalOf(view(hoa, id))).toBe('not-found')
    expect(await waitsFor(hoa, id)).toBeUndefined()
    expect(await refusalOf(step(lan, 'share-amendment', id))).toBe('not-permitted')
    await step(minh, 'share-amendment', id)
    expect((await view(hoa, id)).amendment).toMatchObject({ state: 'shared', agreedBy: [lan.bodyId] })
    expect(await waitsFor(hoa, id)).toMatchObject({ waits: 'us', step: 'step.answer-amendment' })
    expect(await waitsFor(minh, id)).toMatchObject({ waits: 'them' })
    expect(await refusalOf(view(dung, id))).toBe('not-found')
    await step(minh, 'withdraw-amendment', id)
    expect((await view(hoa, id)).amendment).toMatchObject({ state: 'withdrawn', agreedBy: [] })
  })

  it('is countered, agreed by both to one digest, signed, and then is the text from its day on', async () => {
    const first = await draft(lan, [replace('Mở hai lớp')])
    await step(minh, 'share-amendment', first)
    const counter = await draft(tuan, [replace('Mở ba lớp'), add('1a.', 'II/1', 'Khảo sát một xã')], { counters: first })
    expect((await view(minh, first)).amendment.state).toBe('shared')
    await step(hoa, 'share-amendment', counter)
    expect((await view(minh, first)).amendment).toMatchObject({ state: 'countered', counteredBy: counter })
    expect(await refusalOf(step(hoa, 'agree-amendment', first))).toBe('programmes.amendment-closed')
    await step(minh, 'agree-amendment', counter)
    expect((await view(hoa, counter)).amendment).toMatchObject({
      state: 'agreed',
      agreedBy: expect.arrayContaining([lan.bodyId, tuan.bodyId]),
    })
    expect(await waitsFor(clerk, counter)).toMatchObject({ waits: 'us', step: 'step.record-signing' })
    const sha256 = await sign(counter, '09/CTrPH')
    expect((await view(tuan, counter)).paper).toMatchObject({ sha256 })

    expect((await page('2026-12-31')).clauses.map(one => one.text)).toEqual(['Mở một lớp', 'Thăm một xã', 'Họp một lần'])
    const later = await page('2027-01-01')
    expect(later.clauses.map(({ path, state, note }) => [path, state, note])).toEqual([
      ['II/1', 'replaced', 1],
      ['1a', 'added', 2],
      ['II/2', 'original', null],
      ['II/3', 'original', null],
    ])
    expect(later.notes[0]!.text).toContain(
      'được sửa đổi theo văn bản số 09/CTrPH ngày 20/11/2026, có hiệu lực từ ngày 01/01/2027',
    )
    expect(later.clauses[0]!.commitments.map(one => one.text)).toEqual(['Mở ba lớp'])
    const original = await page('original')
    expect(original.clauses.map(one => [one.text, one.commitments[0]!.text])).toEqual([
      ['Mở một lớp', 'Mở một lớp'],
      ['Thăm một xã', 'Thăm một xã'],
      ['Họp một lần', 'Họp một lần'],
    ])
    expect((await hitsOf(site, tuan, 'khao & sat')).map(hit => hit.kind)).toEqual(
      expect.arrayContaining(['clause', 'commitment', 'amendment']),
    )
  })

  it('leaves the plan of an earlier year as it was and gives the next one the duties in force', async () => {
    const { id } = await fresh()
    const titles = async (year: number) => {
      const planId = newId()
      await send(lan, 'plans.draft-plan', { planId, programmeId: id, year })
      const plan = await ask<{ clauses: { path: string; items: { title: string }[] }[] }>(lan, 'plans.plan', { planId })
      return plan.clauses.flatMap(clause => clause.items.map(item => item.title))
    }
    const before = await titles(2026)
    await signed('10/CTrPH', [replace('Mở bốn lớp'), add('2a.', 'II/2', 'Tặng sách'), { kind: 'repeal', path: 'II/3' }], {
      at: id,
    })
    expect(before).toEqual(['Mở một lớp', 'Thăm một xã', 'Họp một lần'])
    expect(await titles(2027)).toEqual(['Mở bốn lớp', 'Thăm một xã', 'Tặng sách'])
    const rows = await engine.database.read('system', db =>
      db
        .selectFrom('commitment')
        .select(['text', 'valid_from', 'valid_to'])
        .where('programme_id', '=', id)
        .orderBy('position')
        .execute(),
    )
    expect(rows).toEqual([
      { text: 'Mở một lớp', valid_from: null, valid_to: '2026-12-31' },
      { text: 'Mở bốn lớp', valid_from: '2027-01-01', valid_to: null },
      { text: 'Thăm một xã', valid_from: null, valid_to: null },
      { text: 'Tặng sách', valid_from: '2027-01-01', valid_to: null },
      { text: 'Họp một lần', valid_from: null, valid_to: '2026-12-31' },
    ])
  })

  it('names the open items of a plan whose duty it ends', async () => {
    const { id } = await fresh()
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId: id, year: 2027 })
    const ended = async () =>
      (await ask<{ items: { title: string; number: string }[] }>(lan, 'plans.ended-items', { planId })).items
    expect(await ended()).toEqual([])
    await signed('15/CTrPH', [{ kind: 'repeal', path: 'II/3' }], { at: id })
    expect(await ended()).toMatchObject([{ title: 'Họp một lần', number: '15/CTrPH' }])
  })

  it('is proposed anew where another has changed its ground meanwhile, and refused before another of the same clause', async () => {
    const { id: at } = await fresh()
    const early = await agreed([replace('Mở hai lớp')], { at, on: '2027-06-01' })
    await signed('11/CTrPH', [replace('Mở ba lớp')], { at, on: '2027-03-01' })
    expect((await view(lan, early)).hindrance).toMatchObject({ code: 'programmes.amendment-base-moved' })
    expect(await refusalOf(sign(early, '12/CTrPH'))).toBe('programmes.amendment-base-moved')
    await step(hoa, 'return-amendment', early, { reason: 'Soạn lại trên nội dung mới' })
    expect((await view(lan, early)).can['again']).toBe(true)
    expect(await refusalOf(draft(lan, [replace('Mở năm lớp')], { at, on: '2027-02-01' }))).toBe('programmes.amendment-conflict')
    expect((await page('2027-12-31', at)).clauses[0]!.text).toBe('Mở ba lớp')
  })

  it('is not signed before both have agreed, nor after its day, nor with a file that is something else', async () => {
    const { id: at } = await fresh()
    const id = await draft(lan, [replace('Mở hai lớp')], { at })
    await step(minh, 'share-amendment', id)
    expect(await refusalOf(sign(id, '13/CTrPH'))).toBe('programmes.amendment-not-agreed')
    await step(hoa, 'agree-amendment', id)
    expect(await refusalOf(sign(id, '13/CTrPH', '2027-01-02'))).toBe('programmes.amendment-signed-late')
    const { fileId } = await upload(lan, 'của người khác')
    await step(clerk, 'record-signing', id, { number: '13/CTrPH', signedOn: '2026-11-20', fileId })
    expect(await refusalOf(step(clerk, 'record-signing', id, { number: '14/CTrPH', signedOn: '2026-11-20', fileId }))).toBe(
      'programmes.amendment-not-agreed',
    )
    const again = await agreed([replace('Thăm hai xã', 'II/2')], { at })
    const taken = step(clerk, 'record-signing', again, { number: '14/CTrPH', signedOn: '2026-11-20', fileId })
    expect(await refusalOf(taken)).toBe('not-found')
  })

  it('answers a replay as the first time, and takes a draft put aside up again', async () => {
    const { id: at } = await fresh()
    const id = await draft(lan, [replace('Mở hai lớp')], { at })
    const [commandId, input] = [newId(), { amendmentId: id, version: 1 }]
    const once = await send(lan, 'programmes.withdraw-amendment', input, commandId)
    expect(await send(lan, 'programmes.withdraw-amendment', input, commandId)).toEqual(once)
    await step(lan, 'restore-amendment', id)
    expect((await view(lan, id)).amendment).toMatchObject({ state: 'own', version: 3 })
  })
})
