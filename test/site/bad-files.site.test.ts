import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/engine/db/database.ts'
import { type DraftView, openAsks } from '../../src/features/programmes/index.ts'
import { packSample, paragraph } from '../../src/formats/docx/read/sample-docx.ts'
import { typesetLongSample } from '../../src/formats/pdf/sample-pdf.ts'
import { MAX_FILE_BYTES } from '../../src/formats/source.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { files as sentences } from '../../src/ui/messages/vi/files.ts'
import { listen, type Reply, type Session } from '../harness/http.ts'
import {
  bareDocx,
  docxBomb,
  lockedPdf,
  programmeText,
  toDocx,
  toPdf,
  toTcvn3,
  toVni,
  wordDocument,
} from '../harness/samples-files.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite()
const { people } = site
const http = await listen(site, { signInsPerMinute: 1000 })
const [lan, tuan, dung] = await Promise.all(['lan', 'tuan', 'dung'].map(name => http.signIn(name)))
const owner = new pg.Client(site.config)
await owner.connect()
afterAll(() => owner.end())

type Bytes = Uint8Array | string
const answered = ({ body }: Reply): Json => (body.ok ? body.answer! : body.refusal!.code)
const upload = async (by: Session, name: string, bytes: Bytes): Promise<string> =>
  ((await by.upload(name, bytes)).body.answer as { fileId: string }).fileId
const draftOf = async (by: Session, draftId: string): Promise<DraftView> =>
  (await by.query('programmes.draft', { draftId })).body.answer as never

async function start(by: Session, name: string, bytes: Bytes): Promise<{ draftId: string; fileId: string; sha256: string }> {
  const [fileId, draftId] = [await upload(by, name, bytes), newId()]
  const { rows } = await owner.query<{ sha256: string }>('SELECT sha256 FROM file WHERE id = $1', [fileId])
  expect(answered(await by.command('programmes.start-import', { draftId, fileId }))).toEqual({ draftId })
  return { draftId, fileId, sha256: rows[0]!.sha256 }
}

async function settled(by: Session, draftId: string): Promise<DraftView> {
  for (let tries = 0; tries < 600; tries++) {
    const draft = await draftOf(by, draftId)
    if (draft.state !== 'reading') return draft
    await sleep(50)
  }
  throw new Error('the reading never ended')
}

const importFile = async (by: Session, name: string, bytes: Bytes) => {
  const started = await start(by, name, bytes)
  return { ...started, draft: await settled(by, started.draftId) }
}

/** The server goes on: the next plain programme is read as ever. */
async function expectGoingOn(): Promise<void> {
  const { draft } = await importFile(lan!, 'chuong-trinh.txt', programmeText())
  expect([draft.state, draft.reading?.clauses.length]).toEqual(['read', 41])
}

/** Tables of every schema in whose rows the word stands, as PostgreSQL writes them. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await owner.query(`SELECT 1 FROM ${name} AS one WHERE strpos(one::text, $1) > 0 LIMIT 1`, [word])
    if (hit.rowCount) found.push(name)
  }
  return found
}

async function filesWith(word: string): Promise<string[]> {
  const { dir } = site.engine.files
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const texts = await Promise.all(paths.map(async path => [path, await readFile(path)] as const))
  return texts.filter(([, bytes]) => bytes.includes(word)).map(([path]) => path)
}

async function expectGone(sha256: string): Promise<void> {
  const path = site.engine.files.pathOf(sha256)
  for (let tries = 0; tries < 200 && existsSync(path); tries++) await sleep(50)
  expect(existsSync(path)).toBe(false)
  for (const table of ['file', 'blob'])
    expect((await owner.query(`SELECT 1 FROM ${table} WHERE sha256 = $1`, [sha256])).rowCount).toBe(0)
}

const deep = (open: string, close: string, times: number): string => open.repeat(times) + paragraph('1. a') + close.repeat(times)

describe('a file that cannot be taken', () => {
  it.each<[string, string, () => Bytes]>([
    ['empty', 'trong.txt', () => ' \n\t\n'],
    ['no-clauses', 'thu.txt', () => 'Kính gửi các đồng chí.\nXin cảm ơn.\n'],
    ['corrupt', 'cat.pdf', () => toPdf(programmeText()).slice(0, 4000)],
    ['corrupt', 'cat.docx', () => toDocx(programmeText()).slice(0, 3000)],
    ['password', 'khoa.pdf', lockedPdf],
    ['bomb', 'bom.docx', docxBomb],
    ['legacy-doc', 'cu.doc', () => programmeText()],
    ['wrong-extension', 'pdf.docx', () => toPdf(programmeText())],
    ['wrong-extension', 'docx.pdf', () => toDocx(programmeText())],
    ['wrong-extension', 'txt.pdf', () => programmeText()],
    ['unknown-format', 'bang.xlsx', () => toDocx(programmeText())],
    ['corrupt', 'sau.docx', () => packSample({ body: deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 10_000) })],
    ['corrupt', 'long.docx', () => packSample({ body: deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 1000) })],
    [
      'corrupt',
      'thuc-the.docx',
      () =>
        bareDocx(
          wordDocument('<w:p><w:r><w:t>1. &a;</w:t></w:r></w:p>', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        ),
    ],
    ['too-heavy', 'gach.txt', () => '-'.repeat(1_000_000)],
    ['no-clauses', 'gach-ngan.txt', () => '-'.repeat(100_000)],
    ['wrong-extension', 'may.txt', () => Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919 + at * at) % 256)],
  ])('is refused as %s (%s), leaves neither row nor byte, and the server goes on', async (code, name, make) => {
    const { draft, sha256 } = await importFile(lan!, name, make())
    expect([draft.state, draft.failure, draft.source, draft.reading]).toEqual(['failed', code, null, null])
    expect(sentences).toHaveProperty([`file.${code}`])
    await expectGone(sha256)
    await expectGoingOn()
  })

  it('that holds no byte or one byte too many', async () => {
    const { draft } = await importFile(lan!, 'trong.txt', '')
    expect(draft.failure).toBe('empty')
    const large = await lan!.upload('lon.txt', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x20))
    expect([large.status, large.body.refusal?.code]).toEqual([413, 'file.too-large'])
    expect(await readdir(join(site.engine.files.dir, 'incoming'))).toEqual([])
    await expectGoingOn()
  })
})

describe('a paper that bears a mark of secrecy', () => {
  const marks = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'TỐI MẬT'.normalize('NFD'), 'M Ậ T']
  const cases: [string, string, (text: string) => Bytes, string][] = [
    ...marks.map((mark): [string, string, (text: string) => Bytes, string] => [mark, 'van-ban.txt', text => text, mark]),
    ['MẬT', 'van-ban.docx', toDocx, 'MẬT'],
    ['MẬT', 'van-ban.pdf', toPdf, 'MẬT'],
    ['TUYỆT MẬT', 'utf-16.txt', text => Buffer.from(text, 'utf16le'), 'TUYỆT MẬT'],
    ['TỐI MẬT', 'tcvn3.txt', toTcvn3, 'TỐI MẬT'],
    ['MẬT', 'vni.txt', toVni, 'MẬT'],
    ['MẬT at the head of every page', 'van-ban.docx', text => toDocx(text, 'MẬT'), ''],
    ['MẬT at the head of every page', 'van-ban.pdf', text => toPdf(text, 'MẬT'), ''],
  ]

  it.each(cases)('%s (%s) is refused, and no word of it stays in the database or on the disk', async (_, name, encode, mark) => {
    const word = `Đăk${newId().slice(0, 8)}`
    const text = `${programmeText(mark)}\n1. Bảo vệ mục tiêu ${word}.\n`
    const { draft, sha256 } = await importFile(lan!, `${word} ${name}`, encode(text))
    expect([draft.failure, draft.fileName]).toEqual(['state-secret', null])
    await expectGone(sha256)
    expect(await tablesWith(word)).toEqual([])
    expect(await filesWith(word)).toEqual([])
  })

  it('is told from papers that speak of keeping secrets', async () => {
    const above = 'Cơ quan thực hiện BẢO MẬT và CHẾ ĐỘ MẬT theo quy định\n\nBẢO MẬT\n\nCHẾ ĐỘ MẬT'
    expect((await importFile(lan!, 'bao-mat.txt', programmeText(above))).draft.state).toBe('read')
    await expectGoingOn()
  })
})

describe('a file that is odd but sound', () => {
  it.each<[string, string, (text: string) => Bytes]>([
    ['utf-16', 'utf-16.txt', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16', 'utf-16-khong-dau.txt', text => Buffer.from(text, 'utf16le')],
    ['tcvn3', 'tcvn3.txt', toTcvn3],
    ['vni', 'vni.txt', toVni],
  ])('in %s (%s) is read as the programme it is', async (note, name, encode) => {
    const { draft } = await importFile(lan!, name, encode(programmeText()))
    expect([draft.state, draft.reading!.clauses.length, draft.source!.notes]).toEqual(['read', 41, [note]])
    expect(draft.reading!.parties.every(party => party.bodyId)).toBe(true)
  })

  it('of exactly 50 MB is read, the blanks at its end and all', async () => {
    const bytes = Buffer.alloc(MAX_FILE_BYTES, `${' '.repeat(99)}\n`)
    Buffer.from(programmeText()).copy(bytes)
    const { draft } = await importFile(lan!, 'day.txt', bytes)
    expect([draft.state, draft.reading?.clauses.length]).toEqual(['read', 41])
  })

  it.each([
    ['a line of a million letters', () => `I. NỘI DUNG\n1. ${'Sở Nội vụ chủ trì tập huấn hằng năm '.repeat(28_000)}`],
    ['two hundred thousand lines', () => `${programmeText()}\n${'chữ\n'.repeat(200_000)}`],
  ])('with %s is read or refused, never left hanging', async (_, make) => {
    const { draft } = await importFile(lan!, 'dai.txt', make())
    expect(['read', 'failed']).toContain(draft.state)
    await expectGoingOn()
  })

  it('with styles that rest on each other in a ring is read', async () => {
    const style = (id: string, base: string): string => `<w:style w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`
    const styled = paragraph('1. Tuyên truyền pháp luật.', '<w:pStyle w:val="A"/>')
    const bytes = packSample({ body: styled, styles: style('A', 'B') + style('B', 'A') })
    expect((await importFile(lan!, 'vong.docx', bytes)).draft.state).toBe('read')
  })

  it.each([
    ['../../etc/x.txt', 'x.txt'],
    [`${'Chương trình '.repeat(30)}.txt`, /^Chương trình .{150,190}\.txt$/],
    ['chuong\u202etxt.\u0007trinh.txt', 'chuongtxt.trinh.txt'],
  ])('named “%s” is read under a plain name', async (name, kept) => {
    const { draft } = await importFile(lan!, name, programmeText())
    expect(draft.state).toBe('read')
    expect(draft.fileName).toMatch(kept)
    expect(draft.fileName!.length).toBeLessThanOrEqual(200)
  })

  it('of many pages tells how far its reading is', async () => {
    const { draftId } = await start(lan!, 'nhieu-trang.pdf', typesetLongSample(80))
    const seen = new Set<number>()
    for (let draft = await draftOf(lan!, draftId); draft.state === 'reading'; draft = await draftOf(lan!, draftId)) {
      seen.add(draft.progress.done)
      await sleep(30)
    }
    expect([...seen]).toEqual([...seen].toSorted((a, b) => a - b))
    expect(seen.size).toBeGreaterThan(1)
    expect((await draftOf(lan!, draftId)).reading!.clauses).toHaveLength(960)
  })
})

describe('two people at once', () => {
  it('import the same bytes for both sides, each to a draft of their own', async () => {
    const text = programmeText()
    const both = await Promise.all([importFile(lan!, 'a.txt', text), importFile(tuan!, 'b.txt', text)])
    expect(both.map(({ draft }) => [draft.state, draft.fileName])).toEqual([
      ['read', 'a.txt'],
      ['read', 'b.txt'],
    ])
    expect((await dung!.query('programmes.draft', { draftId: both[0].draftId })).body.refusal?.code).toBe('not-found')
  })

  it('hand in the same bytes that are refused at one moment, and nothing of either stays', async () => {
    const sides = [people.actors.get('lan')!, people.actors.get('tuan')!]
    for (let round = 0; round < 5; round++) {
      const text = `Không có điều khoản ${newId()}`
      const { sha256 } = await site.engine.files.put(Readable.from([Buffer.from(text)]), MAX_FILE_BYTES)
      const drafts = await Promise.all(sides.map(side => layDraft(side, sha256)))
      await Promise.all(drafts.map(draftId => site.send('system', 'programmes.fail-reading', { draftId, code: 'corrupt' })))
      await expectGone(sha256)
    }
  })

  it('accept in two windows, and one programme stands', async () => {
    const { draftId } = await importFile(lan!, 'chuong-trinh.txt', programmeText())
    const { version } = await answerAll(lan!, draftId)
    const ids = [newId(), newId(), newId()]
    const replies = await Promise.all(
      ids.map(programmeId => lan!.command('programmes.accept-draft', { draftId, version, programmeId })),
    )
    expect(replies.filter(reply => reply.body.ok)).toHaveLength(1)
    for (const { status, body } of replies.filter(reply => !reply.body.ok)) {
      expect([409, 422]).toContain(status)
      expect(['programmes.already-accepted', 'changed-meanwhile']).toContain(body.refusal!.code)
    }
    const made = await owner.query<{ id: string }>('SELECT id FROM programme WHERE id = ANY($1)', [ids])
    expect(made.rowCount).toBe(1)
    const other = await importFile(lan!, 'chuong-trinh.txt', programmeText())
    const again = { draftId: other.draftId, version: (await answerAll(lan!, other.draftId)).version }
    const taken = await lan!.command('programmes.accept-draft', { ...again, programmeId: made.rows[0]!.id })
    expect(taken.body.refusal!.code).toBe('changed-meanwhile')
  })
})

/** A draft whose file is being read by nobody. */
async function layDraft({ bodyId, accountId }: Actor, sha256: string): Promise<string> {
  const [fileId, draftId] = [newId(), newId()]
  const made = { owner_body: bodyId, created_by: accountId, created_at: new Date() }
  await site.engine.database.write('system', async tx => {
    await tx
      .insertInto('blob')
      .values({ sha256, size: 1 })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const file = {
      id: fileId,
      sha256,
      size: 1,
      name: 'a.txt',
      media_type: 'text/plain',
      subject_kind: 'import',
      subject_id: draftId,
    }
    await tx
      .insertInto('file')
      .values({ ...file, ...made })
      .execute()
    await tx
      .insertInto('import_draft')
      .values({ id: draftId, state: 'reading', file_id: fileId, ...made })
      .execute()
  })
  return draftId
}

/** Takes every proposal, as Enter does, until nothing is proposed any more. */
async function answerAll(by: Session, draftId: string): Promise<DraftView> {
  for (;;) {
    const draft = await draftOf(by, draftId)
    const mend = openAsks(draft.reading!).find(one => one.proposal)?.proposal
    if (!mend) return draft
    const reply = await by.command('programmes.mend-reading', { draftId, version: draft.version, mend })
    expect(reply.body.refusal).toBeUndefined()
  }
}

describe('a command about an import', () => {
  it('that names what is another’s, or nobody’s, finds nothing', async () => {
    const { draftId, draft } = await importFile(lan!, 'chuong-trinh.txt', programmeText())
    const { version } = draft
    for (const id of [draftId, newId()]) {
      const named = { draftId: id, version }
      const replies = [
        await dung!.query('programmes.draft', { draftId: id }),
        await dung!.command('programmes.mend-reading', { ...named, mend: { kind: 'undo' } }),
        await dung!.command('programmes.discard-draft', named),
        await dung!.command('programmes.restore-draft', named),
        await dung!.command('programmes.accept-draft', { ...named, programmeId: newId() }),
      ]
      expect(replies.map(reply => reply.body.refusal?.code)).toEqual(Array(5).fill('not-found'))
    }
    const fileId = await upload(lan!, 'a.txt', programmeText())
    expect(answered(await dung!.command('programmes.start-import', { draftId: newId(), fileId }))).toBe('not-found')
    expect(answered(await lan!.command('programmes.start-import', { draftId, fileId }))).toBe('changed-meanwhile')
    expect(await draftOf(lan!, draftId)).toEqual(draft)
  })

  it('that comes too early, or with places and words that cannot be, is refused in words', async () => {
    const { draftId } = await start(lan!, 'nhieu-trang.pdf', typesetLongSample(60))
    const early = { draftId, version: 1, programmeId: newId() }
    expect(answered(await lan!.command('programmes.accept-draft', early))).toBe('programmes.not-in-review')
    const { version, reading } = await settled(lan!, draftId)
    const { id } = reading!.commitments[0]!
    const mends: [Json, string][] = [
      [{ kind: 'split', id, at: 0 }, 'programmes.split-outside'],
      [{ kind: 'split', id, at: Number.MAX_SAFE_INTEGER }, 'programmes.split-outside'],
      [{ kind: 'split', id, at: -1 }, 'bad-input'],
      [{ kind: 'split', id, at: 1.5 }, 'bad-input'],
      [{ kind: 'join', id: 'c999999' }, 'programmes.join-nothing'],
      [{ kind: 'party-remove', party: 9 }, 'not-found'],
      [{ kind: 'parent', path: '1', parent: '1' }, 'programmes.parent-elsewhere'],
      [{ kind: 'title', title: 'a\u0000b' }, 'bad-input'],
      [{ kind: 'title', title: 'a\ud800b' }, 'bad-input'],
      [{ kind: 'source', text: 'x' }, 'bad-input'],
    ]
    for (const [mend, code] of mends) {
      const reply = await lan!.command('programmes.mend-reading', { draftId, version, mend })
      expect([mend, answered(reply)]).toEqual([mend, code])
    }
    const accept = await lan!.command('programmes.accept-draft', { draftId, version: version + 7, programmeId: newId() })
    expect(accept.status).toBe(422)
    expect((await draftOf(lan!, draftId)).version).toBe(version)
  })

  it('to put aside what is just being read leaves no file of a refused paper', async () => {
    const { draftId, sha256 } = await start(lan!, 'a.pdf', toPdf(programmeText('MẬT')))
    const discarded = await lan!.command('programmes.discard-draft', { draftId, version: 1 })
    if (discarded.body.ok) expect((await draftOf(lan!, draftId)).state).toBe('discarded')
    await expectGone(sha256)
  })
})
