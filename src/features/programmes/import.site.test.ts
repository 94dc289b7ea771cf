import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { samplesDir } from '../../app/samples.ts'
import { loadProgramme } from '../../app/seed-programme.ts'
import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { Mend } from './contract.ts'
import type { DraftView } from './queries/drafts.ts'
import { openAsks } from './rules.ts'

const site = await openTestSite()
const { send, ask, who, engine, people } = site
const [lan, minh, tuan, hoa, dung] = ['lan', 'minh', 'tuan', 'hoa', 'dung'].map(who) as [Actor, Actor, Actor, Actor, Actor]
const sample = await readFile(join(samplesDir, 'chuong-trinh.txt'), 'utf8')

const upload = async (actor: Actor, name: string, text: string | Buffer) => {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), MAX_FILE_BYTES)
  const fileId = newId()
  await send(actor, 'files.keep-upload', { fileId, ...stored, name, mediaType: 'text/plain' })
  return { fileId, sha256: stored.sha256 }
}
const start = async (actor: Actor, text: string | Buffer, name = 'chuong-trinh.txt') => {
  const file = await upload(actor, name, text)
  const draftId = newId()
  await send(actor, 'programmes.start-import', { draftId, fileId: file.fileId })
  return { draftId, ...file }
}
const draftOf = (actor: Actor, draftId: string) => ask<DraftView>(actor, 'programmes.draft', { draftId })
const settled = async (actor: Actor, draftId: string): Promise<DraftView> => {
  for (let tries = 0; tries < 400; tries++) {
    const draft = await draftOf(actor, draftId)
    if (draft.state !== 'reading') return draft
    await sleep(50)
  }
  throw new Error('the reading never ended')
}
const mend = async (actor: Actor, draftId: string, change: Mend | { kind: 'undo' }) =>
  send(actor, 'programmes.mend-reading', { draftId, version: (await draftOf(actor, draftId)).version, mend: change })
const answerAll = async (actor: Actor, draftId: string) => {
  for (;;) {
    const change = openAsks((await draftOf(actor, draftId)).reading!).find(one => one.proposal)?.proposal
    if (!change) return
    await mend(actor, draftId, change)
  }
}
const accept = async (actor: Actor, draftId: string, programmeId = newId()) => {
  const { version } = await draftOf(actor, draftId)
  await send(actor, 'programmes.accept-draft', { draftId, version, programmeId })
  return programmeId
}
/** The sample with another number: other bytes, the same programme otherwise. */
const variant = (number: number) => sample.replace('07/CTrPH', `${number}/CTrPH`)

const found = async (actor: Actor, words: string) => {
  const { hits } = await ask<{ hits: { kind: string; address: string }[] }>(actor, 'insight.search', { words })
  return hits
}

const waiting = async (actor: Actor) => {
  const work = await ask<{ groups: { items: { kind: string }[] }[] }>(actor, 'insight.my-work')
  return JSON.stringify(work).includes('/chuong-trinh/nhap/')
}

const traces = async (sha256: string, fileId: string) => {
  const rows = await engine.database.read('system', async db => [
    await db.selectFrom('file').select('id').where('id', '=', fileId).executeTakeFirst(),
    await db.selectFrom('blob').select('sha256').where('sha256', '=', sha256).executeTakeFirst(),
  ])
  return rows.filter(Boolean).length
}

const gone = async (path: string) => {
  for (let tries = 0; tries < 200 && existsSync(path); tries++) await sleep(50)
  return !existsSync(path)
}

describe('an import', () => {
  it('is read by the job, matched to bodies, mended, undone and accepted', async () => {
    const { draftId, sha256 } = await start(lan, variant(11))
    const draft = await settled(lan, draftId)
    expect(draft.state).toBe('read')
    expect(draft.reading!.place).toBe('Sơn Hà')
    expect(draft.reading!.parties.map(party => party.bodyId)).toEqual([people.bodies.get('mttq'), people.bodies.get('sdttg')])
    expect(draft.can.accept.map(reason => reason.code)).toEqual(['programmes.open-effective', 'programmes.open-lead'])
    await mend(lan, draftId, { kind: 'title', title: 'Chương trình khác' })
    await mend(minh, draftId, { kind: 'undo' })
    expect((await draftOf(lan, draftId)).reading!.title).toBe(draft.reading!.title)
    await answerAll(lan, draftId)
    const programmeId = await accept(minh, draftId)
    const page = await ask<{
      clauses: { path: string; text: string; commitments: { leadBodies: string[]; supportBodies: string[] }[] }[]
      sourceSha256: string
      bases: string[]
    }>(tuan, 'programmes.page', { programmeId })
    expect(page.sourceSha256).toBe(sha256)
    expect(page.clauses.map(clause => clause.text)).toEqual(draft.reading!.clauses.map(clause => clause.text))
    expect(page.bases).toHaveLength(2)
    const led = page.clauses.find(clause => clause.path === 'III/2/-1')!.commitments[0]!
    expect(led.leadBodies).toEqual([people.bodies.get('sdttg')])
    expect(led.supportBodies).toEqual([people.bodies.get('mttq')])
  })

  it('is nobody else’s before acceptance; afterwards the partner has the programme and its original, never the draft', async () => {
    const { draftId, fileId } = await start(lan, variant(12))
    await settled(lan, draftId)
    expect(await refusalOf(draftOf(tuan, draftId))).toBe('not-found')
    expect(await refusalOf(send(tuan, 'programmes.mend-reading', { draftId, version: 2, mend: { kind: 'undo' } }))).toBe(
      'not-found',
    )
    await answerAll(lan, draftId)
    const programmeId = await accept(lan, draftId)
    const fileSeenBy = (actor: Actor) =>
      engine.database.read(actor, db => db.selectFrom('file').select('id').where('id', '=', fileId).executeTakeFirst())
    expect(await fileSeenBy(hoa)).toBeDefined()
    expect(await fileSeenBy(dung)).toBeUndefined()
    expect(await refusalOf(draftOf(tuan, draftId))).toBe('not-found')
    expect(await refusalOf(ask(dung, 'programmes.page', { programmeId }))).toBe('not-found')
    expect(await refusalOf(ask(dung, 'programmes.commitments', { programmeId }))).toBe('not-found')
    const { programmes } = await ask<{ programmes: unknown[] }>(dung, 'programmes.list')
    expect(programmes).toEqual([])
  })

  it('of a document in use is recognised by its parties only', async () => {
    const text = variant(13)
    const [first, second, partners, strangers] = [
      await start(lan, text),
      await start(minh, text),
      await start(tuan, text),
      await start(dung, text),
    ]
    for (const [actor, { draftId }] of [
      [lan, first],
      [minh, second],
      [tuan, partners],
      [dung, strangers],
    ] as const) {
      await settled(actor, draftId)
      await answerAll(actor, draftId)
    }
    await accept(lan, first.draftId)
    expect(await refusalOf(accept(minh, second.draftId))).toBe('programmes.already-accepted')
    expect(await refusalOf(accept(tuan, partners.draftId))).toBe('programmes.already-accepted')
    expect(await refusalOf(start(hoa, text))).toBe('programmes.already-accepted')
    expect(await refusalOf(accept(dung, strangers.draftId))).toBe('programmes.not-a-party')
    expect((await settled(dung, (await start(dung, text)).draftId)).state).toBe('read')
  })

  it('refuses what is still open, with every reason in `can`', async () => {
    const { draftId } = await start(
      lan,
      sample.replace(/Sơn Hà, ngày.*\n/, '\n').replaceAll('Dân tộc và Tôn giáo', 'Nông nghiệp'),
    )
    const draft = await settled(lan, draftId)
    const codes = draft.can.accept.map(reason => reason.code)
    expect(codes).toEqual(expect.arrayContaining(['programmes.open-date', 'programmes.open-effective', 'programmes.open-party']))
    expect(await refusalOf(accept(lan, draftId))).toBe('programmes.open-date')
    expect(draft.proposals[0]![0]!.bodyId).toBe(people.bodies.get('mttq'))
  })

  it('by two people at once goes through for both', async () => {
    const started = await Promise.all([start(lan, variant(14)), start(tuan, variant(15))])
    const drafts = await Promise.all([settled(lan, started[0].draftId), settled(tuan, started[1].draftId)])
    expect(drafts.map(draft => [draft.state, draft.reading!.number])).toEqual([
      ['read', '14/CTrPH-MTTQ-SDTTG'],
      ['read', '15/CTrPH-MTTQ-SDTTG'],
    ])
  })

  it('mended on two screens at once keeps the first step and refuses the second', async () => {
    const { draftId } = await start(lan, variant(16))
    const { version } = await settled(lan, draftId)
    const step = (title: string) => send(lan, 'programmes.mend-reading', { draftId, version, mend: { kind: 'title', title } })
    await step('A')
    expect(await refusalOf(step('B'))).toBe('changed-meanwhile')
  })

  it('put aside can be brought back', async () => {
    const { draftId } = await start(lan, variant(17))
    const { version } = await settled(lan, draftId)
    await send(lan, 'programmes.discard-draft', { draftId, version })
    expect((await draftOf(lan, draftId)).can).toMatchObject({ mend: false, discard: false })
    await send(lan, 'programmes.restore-draft', { draftId, version: version + 1 })
    expect((await draftOf(lan, draftId)).state).toBe('read')
  })

  it('is loaded for the sample province by the same commands', async () => {
    const programmeId = await loadProgramme(engine, people)
    const { programmes } = await ask<{ programmes: { id: string; commitments: number }[] }>(hoa, 'programmes.list')
    expect(programmes.find(programme => programme.id === programmeId)!.commitments).toBeGreaterThan(25)
  })
})

describe('what can be found', () => {
  it('is clauses and commitments of own programmes, without marks too, and bodies by everybody', async () => {
    const hits = await found(hoa, 'ngay hoi dai doan ket')
    // A duty that is its whole clause is told once; one that is a part of its clause stands beside it.
    expect(new Set(hits.map(hit => hit.kind))).toEqual(new Set(['clause']))
    const partly = await found(hoa, 'khao sat giua ky')
    expect(partly.map(hit => hit.kind)).toEqual(expect.arrayContaining(['clause', 'commitment']))
    expect(hits[0]!.address).toMatch(/^\/chuong-trinh\/[0-9a-f-]{36}#II%2F1%2F1.3$/)
    expect(await found(dung, 'ngày hội đại đoàn kết')).toEqual([])
    expect((await found(dung, 'so dan toc')).map(hit => hit.kind)).toEqual(['body'])
  })

  it('is a review that waits, among one’s own side’s work only', async () => {
    expect(await waiting(lan)).toBe(true)
    expect(await waiting(hoa)).toBe(true)
    expect(await waiting(who('xem'))).toBe(false)
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['state-secret', 'mat.txt', sample.replace('CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC', 'TỐI MẬT\n\nCHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC')],
    ['no-clauses', 'thu.txt', 'Kính gửi các đồng chí.\nXin cảm ơn.\n'],
    ['corrupt', 'hong.pdf', '%PDF-1.7\nkhông còn gì\n'],
    ['wrong-extension', 'doi-ten.docx', variant(18)],
  ])('is refused as %s, and neither row nor byte of it stays', async (code, name, text) => {
    const { draftId, fileId, sha256 } = await start(lan, text, name)
    const draft = await settled(lan, draftId)
    expect([draft.state, draft.failure]).toEqual(['failed', code])
    expect(draft.fileName).toBe(code === 'state-secret' ? null : name)
    expect(draft.source).toBeNull()
    expect(await traces(sha256, fileId)).toBe(0)
    expect(await gone(engine.files.pathOf(sha256))).toBe(true)
  })

  it('keeps the bytes where another record holds the same ones', async () => {
    const text = 'Không có điều khoản nào ở đây.\n'
    const other = await upload(tuan, 'khac.txt', text)
    const { draftId, fileId } = await start(lan, text, 'thu.txt')
    expect((await settled(lan, draftId)).state).toBe('failed')
    expect(await traces(other.sha256, fileId)).toBe(1)
    expect(existsSync(engine.files.pathOf(other.sha256))).toBe(true)
  })

  it('leaves no other upload of a secret paper behind', async () => {
    const text = `MẬT\n${sample}`
    const other = await upload(tuan, 'khac.txt', text)
    const { draftId } = await start(lan, text, 'mat.txt')
    expect((await settled(lan, draftId)).failure).toBe('state-secret')
    expect(await traces(other.sha256, other.fileId)).toBe(0)
  })
})
