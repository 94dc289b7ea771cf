import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { findDue } from '../../../engine/files/discard.ts'
import { hollowScan, photoOfPage } from '../../../formats/scan/fixtures/scans.ts'
import { MAX_FILE_BYTES } from '../../../formats/source.ts'
import { newId } from '../../../kernel/ids.ts'
import { letterPaper, renderPdf } from '../../documents/index.ts'
import type { ShownReading } from '../web/types.ts'
import { findToRead } from './store.ts'

const site = await openTestSite({ now: () => new Date('2026-07-10T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, clerk, partner] = [who('lan'), who('vanthu.mttq'), who('vanthu.sdttg')]

async function handIn(bytes: Uint8Array, name: string, mediaType = 'application/pdf') {
  const stored = await engine.files.put(Readable.from([Buffer.from(bytes)]), MAX_FILE_BYTES)
  const [fileId, readingId] = [newId(), newId()]
  await send(clerk, 'files.keep-upload', { fileId, ...stored, name, mediaType })
  await send(clerk, 'papers.read-file', { readingId, fileId })
  return { fileId, readingId }
}
const look = (readingId: string, as = clerk) => ask<ShownReading>(as, 'papers.file-reading', { readingId })

async function once(readingId: string, when: (reading: ShownReading) => boolean): Promise<ShownReading> {
  for (let tries = 0; tries < 1200; tries++) {
    const reading = await look(readingId)
    if (when(reading)) return reading
    await sleep(50)
  }
  throw new Error('the file never came so far')
}
const ends = ({ state }: ShownReading) => state === 'read' || state === 'failed'

const ISSUER = {
  name: 'Sở Nội vụ tỉnh Sơn Hà',
  symbol: 'SNV',
  kind: 'department',
  place: 'Sơn Hà',
  superior: 'Ủy ban nhân dân tỉnh Sơn Hà',
}
const letter = (more: object = {}) =>
  renderPdf({
    ...letterPaper(
      { bodies: [{ ...ISSUER, signer: null }], day: '2026-07-05', number: '88', date: '2026-07-05' },
      {
        about: 'rà soát nhà văn hóa thôn',
        addressees: ['Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Sơn Hà'],
        blocks: [{ kind: 'paragraph', runs: [{ text: 'Đề nghị cung cấp danh mục nhà sinh hoạt cộng đồng xuống cấp.' }] }],
      },
    ),
    ...more,
  })

const arrived = { arrivedOn: '2026-07-10' }
const found = async (words: string, as = clerk) =>
  (await ask<{ lines: { subject: string }[] }>(as, 'papers.incoming-register', { words })).lines.map(line => line.subject)

it('a paper with words of its own is read at once, proposes its line of the register and is found by its words', async () => {
  const { fileId, readingId } = await handIn(await letter(), 'den.pdf')
  const { proposed, pages, can } = await once(readingId, ends)
  expect(proposed).toEqual({
    issuer: 'Sở Nội vụ tỉnh Sơn Hà',
    cited: '88/SNV',
    dated: '2026-07-05',
    kind: 'CV',
    subject: 'Rà soát nhà văn hóa thôn',
  })
  expect([pages, can.stop?.code]).toEqual([null, 'papers.no-reading'])
  const waits = () => ask<{ unregistered: { id: string }[] }>(clerk, 'papers.incoming-register', {})
  expect((await waits()).unregistered.map(one => one.id)).toEqual([readingId])

  const input = { incomingId: newId(), ...arrived, ...proposed!, fileId }
  const fields = ['issuer', 'cited', 'dated', 'kind', 'subject']
  const unsure = { ...input, read: { fields, compared: false } }
  expect(await refusalOf(send(clerk, 'papers.register-incoming', unsure))).toBe('field.read-compared')
  await send(clerk, 'papers.register-incoming', { ...input, read: { fields, compared: true } })
  expect((await waits()).unregistered).toEqual([])
  expect(await found('sinh hoat cong dong')).toEqual([proposed!.subject])
  expect(await found('sinh hoat cong dong', partner)).toEqual([])
  const hits = await ask<{ hits: { id: string }[] }>(clerk, 'insight.search', { words: 'xuong cap' })
  expect(hits.hits.map(hit => hit.id)).toEqual([input.incomingId])
  expect(await refusalOf(look(readingId, partner))).toBe('not-found')
})

it('a photo is read in pages, stopped by a clerk alone, goes on where it was, and keeps its page after a restart', async () => {
  const { fileId, readingId } = await handIn(photoOfPage(), 'anh.jpg', 'image/jpeg')
  const begun = await once(readingId, reading => reading.pages !== null)
  expect([begun.pages, begun.minutes]).toEqual([1, 1])
  const at = { readingId, version: begun.version }
  expect(await refusalOf(send(lan, 'papers.stop-reading', at))).toBe('not-permitted')
  await send(clerk, 'papers.stop-reading', at)
  const stopped = await look(readingId)
  expect([stopped.state, stopped.can.resume]).toEqual(['stopped', null])
  await send(clerk, 'papers.resume-reading', { readingId, version: stopped.version })
  const read = await once(readingId, ends)
  expect(read.text).toContain('trao đổi thông tin')
  const kept = () =>
    engine.database.read('system', db => db.selectFrom('scan_page').select('read_at').where('file_id', '=', fileId).execute())
  const [page] = await kept()
  await engine.database.write('system', tx =>
    tx.updateTable('file_reading').set({ state: 'reading', text: null }).where('id', '=', readingId).execute(),
  )
  await engine.jobs.startClock()
  await once(readingId, ends)
  expect(await kept()).toEqual([page])
  const incomingId = newId()
  const said = { issuer: 'Ủy ban nhân dân xã Nà Hin', cited: '31/UBND', dated: '2026-07-09', kind: 'CV', subject: 'Phúc đáp' }
  await send(clerk, 'papers.register-incoming', { incomingId, ...arrived, ...said, fileId })
  expect(await found('dinh ky hang quy')).toEqual(['Phúc đáp'])
})

it('a file that cannot be read says why and stays as it came', async () => {
  const { fileId, readingId } = await handIn(hollowScan(101, 8), 'dai.pdf')
  const failed = await once(readingId, ends)
  expect([failed.failure, failed.fileId]).toEqual(['scan-long', fileId])
  expect(failed.can.readAgain).toBeNull()
  expect(await refusalOf(send(clerk, 'papers.read-file', { readingId: newId(), fileId }))).toBe('papers.read-already')
})

it('a reading that failed is begun again by a clerk', async () => {
  const { fileId, readingId } = await handIn(await letter(), 'nang.pdf')
  const { version } = await once(readingId, ends)
  const at = { readingId, version }
  expect(await refusalOf(send(clerk, 'papers.read-again', at))).toBe('papers.not-failed')
  await engine.database.pool.query(
    `UPDATE file_reading SET state = 'failed', failure = 'too-heavy', text = NULL WHERE file_id = $1`,
    [fileId],
  )
  expect((await look(readingId)).can.readAgain).toBeNull()
  expect(await refusalOf(send(lan, 'papers.read-again', at))).toBe('not-permitted')
  await send(clerk, 'papers.read-again', at)
  expect(await once(readingId, ends)).toMatchObject({ state: 'read', failure: null })
})

it('what only the words of a file hold ranks below what its own line says, and above nothing', async () => {
  const enterWith = async (subject: string, fileId?: string) => {
    const incomingId = newId()
    const said = { issuer: 'Sở Nội vụ tỉnh Sơn Hà', cited: `${subject.length}/SNV`, dated: '2026-07-05', kind: 'CV' }
    await send(clerk, 'papers.register-incoming', { incomingId, ...arrived, ...said, subject, ...(fileId ? { fileId } : {}) })
    return incomingId
  }
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: 'Đề nghị báo cáo việc sửa đập thủy lợi và đường nước.' }] }]
  const { fileId, readingId } = await handIn(await letter({ blocks }), 'dap.pdf')
  await once(readingId, ends)
  const byFile = await enterWith('Công việc quý III', fileId)
  const far = Array.from({ length: 40 }, () => 'của').join(' ')
  const byLine = await enterWith(`Sửa ${far} đập ${far} thủy lợi`)
  const { hits } = await ask<{ hits: { id: string; rank: number }[] }>(clerk, 'insight.search', { words: 'sửa đập thủy lợi' })
  expect(hits.map(hit => hit.id)).toEqual([byLine, byFile])
  expect(hits.at(-1)!.rank).toBeGreaterThan(0)
})

const waiting = async () => {
  type File = { id: string; discarded: boolean }
  return (await ask<{ unregistered: File[] }>(clerk, 'papers.incoming-register', {})).unregistered
}

it('a file that is entered in no register is discarded, taken back, and cleaned away with its words after thirty days', async () => {
  const { fileId, readingId } = await handIn(await letter(), 'bo.pdf')
  await once(readingId, ends)
  expect(await refusalOf(send(lan, 'papers.discard-file', { readingId }))).toBe('not-permitted')
  await send(clerk, 'papers.discard-file', { readingId })
  expect((await waiting()).find(one => one.id === readingId)?.discarded).toBe(true)
  const said = { ...arrived, issuer: 'Sở Nội vụ', cited: '90/SNV', dated: '2026-07-05', kind: 'CV', subject: 'Phúc đáp', fileId }
  expect(await refusalOf(send(clerk, 'papers.register-incoming', { incomingId: newId(), ...said }))).toBe('not-found')
  expect(await refusalOf(send(clerk, 'papers.discard-file', { readingId }))).toBe('papers.file-discarded')
  await send(clerk, 'papers.take-file-back', { readingId })
  expect((await waiting()).find(one => one.id === readingId)?.discarded).toBe(false)
  await send(clerk, 'papers.discard-file', { readingId })
  const later = (days: number) => new Date(engine.now().getTime() + days * 86_400_000)
  const due = (days: number) => engine.database.read('system', db => findDue(db, later(days), 100))
  expect((await due(29)).map(one => one.fileId)).not.toContain(fileId)
  expect(await due(31)).toContainEqual({ fileId, reason: 'unused' })
})

it('what is entered in the register is not discarded, and a discarded file is not read on', async () => {
  const [entered, other] = [await handIn(await letter(), 'vao-so.pdf'), await handIn(await letter(), 'doc-do.pdf')]
  await once(entered.readingId, ends)
  const said = { ...arrived, issuer: 'Sở Nội vụ', cited: '91/SNV', dated: '2026-07-05', kind: 'CV', subject: 'Phúc đáp' }
  await send(clerk, 'papers.register-incoming', { incomingId: newId(), ...said, fileId: entered.fileId })
  expect(await refusalOf(send(clerk, 'papers.discard-file', { readingId: entered.readingId }))).toBe('papers.file-registered')
  await once(other.readingId, ends)
  await send(clerk, 'papers.discard-file', { readingId: other.readingId })
  await engine.database.pool.query(`UPDATE file_reading SET state = 'reading', text = NULL WHERE id = $1`, [other.readingId])
  expect(await engine.database.read('system', db => findToRead(db, other.readingId))).toBeNull()
  await send(clerk, 'papers.take-file-back', { readingId: other.readingId })
  expect((await once(other.readingId, ends)).state).toBe('read')
})

it('a mark of secrecy on a page that was read while somebody stopped the reading takes the file out too', async () => {
  const { fileId, readingId } = await handIn(await letter(), 'dung.pdf')
  await once(readingId, ends)
  await engine.database.pool.query(`UPDATE file_reading SET state = 'stopped', text = NULL WHERE id = $1`, [readingId])
  await send('system', 'papers.fail-reading', { readingId, code: 'state-secret' })
  const left = await engine.database.read('system', db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())
  expect(left).toEqual([])
})

it('a file with a mark of secrecy is taken out, and of it not even the name stays', async () => {
  const { fileId, readingId } = await handIn(await letter({ circulation: 'TỐI MẬT' }), 'mat.pdf')
  const failed = await once(readingId, ends)
  expect([failed.failure, failed.fileId, failed.fileName]).toEqual(['state-secret', null, null])
  expect(failed.can.readAgain?.code).toBe('papers.not-failed')
  const left = await engine.database.read('system', db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())
  expect(left).toEqual([])
})
