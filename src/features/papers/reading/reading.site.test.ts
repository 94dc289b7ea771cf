import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { hollowScan, photoOfPage } from '../../../formats/scan/fixtures/scans.ts'
import { MAX_FILE_BYTES } from '../../../formats/source.ts'
import { newId } from '../../../kernel/ids.ts'
import { letterPaper, renderPdf } from '../../documents/index.ts'
import type { ShownReading } from '../web/types.ts'

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
  expect(await refusalOf(send(clerk, 'papers.read-file', { readingId: newId(), fileId }))).toBe('papers.read-already')
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
  const left = await engine.database.read('system', db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())
  expect(left).toEqual([])
})
