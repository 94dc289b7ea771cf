import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { hollowScan, photoOfPage, scannedProgramme } from '../../../formats/scan/fixtures/scans.ts'
import { MAX_FILE_BYTES } from '../../../formats/source.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Mend } from '../contract.ts'
import type { DraftView } from '../queries/drafts.ts'
import { openAsks } from '../rules.ts'

const site = await openTestSite()
const { send, ask, who, engine } = site
const [lan, tuan] = [who('lan'), who('tuan')]

async function start(bytes: Uint8Array, name = 'quet.pdf') {
  const stored = await engine.files.put(Readable.from([Buffer.from(bytes)]), MAX_FILE_BYTES)
  const [fileId, draftId] = [newId(), newId()]
  await send(lan, 'files.keep-upload', { fileId, ...stored, name, mediaType: 'application/pdf' })
  await send(lan, 'programmes.start-import', { draftId, fileId })
  return { draftId, fileId, sha256: stored.sha256 }
}
const draftOf = (draftId: string) => ask<DraftView>(lan, 'programmes.draft', { draftId })

async function once(draftId: string, when: (draft: DraftView) => boolean): Promise<DraftView> {
  for (let tries = 0; tries < 1200; tries++) {
    const draft = await draftOf(draftId)
    if (when(draft)) return draft
    await sleep(50)
  }
  throw new Error('the scan never came so far')
}
const step = async (name: string, draftId: string, as = lan) =>
  send(as, `programmes.${name}`, { draftId, version: (await draftOf(draftId)).version })
const mend = async (draftId: string, change: Mend) =>
  send(lan, 'programmes.mend-reading', { draftId, version: (await draftOf(draftId)).version, mend: change })
const pagesSeenBy = (actor: typeof lan, fileId: string) =>
  engine.database.read(actor, db => db.selectFrom('scan_page').select('number').where('file_id', '=', fileId).execute())

it('is read page by page, stopped, taken up again, compared clause by clause and taken into use', async () => {
  const { draftId, fileId, sha256 } = await start(scannedProgramme())
  const begun = await once(draftId, draft => draft.scan !== null)
  expect(begun.scan).toMatchObject({ pages: 2, stopped: false, minutes: 1 })
  expect(await refusalOf(step('stop-scan', draftId, tuan))).toBe('not-found')
  await step('stop-scan', draftId)
  expect(await refusalOf(step('stop-scan', draftId))).toBe('programmes.no-scan')
  const stopped = await draftOf(draftId)
  expect([stopped.state, stopped.can.resume]).toEqual(['reading', true])
  await step('resume-scan', draftId)
  const read = await once(draftId, draft => draft.state === 'read')
  expect((await pagesSeenBy(lan, fileId)).length).toBe(2)
  expect(await pagesSeenBy(tuan, fileId)).toEqual([])

  const second = read.reading!.clauses.find(clause => clause.path === 'I/2')!
  expect(second.text).toContain('Tổ chức giám sát từ 01 đến 02 dự án')
  expect(read.can.accept.map(reason => reason.code)).toContain('programmes.open-scanned')
  const right = 'Tổ chức giám sát 02 dự án trên địa bàn tỉnh.'
  await mend(draftId, { kind: 'reread', path: 'I/2', text: right })
  for (;;) {
    const open = openAsks((await draftOf(draftId)).reading!).find(one => one.proposal)
    if (!open?.proposal) break
    await mend(draftId, open.proposal)
  }
  await mend(draftId, { kind: 'title', title: 'Chương trình phối hợp' })
  const programmeId = newId()
  const version = (await draftOf(draftId)).version
  await send(lan, 'programmes.accept-draft', { draftId, version, programmeId })
  const page = await ask<{ clauses: { path: string; text: string }[]; sourceSha256: string }>(tuan, 'programmes.page', {
    programmeId,
  })
  expect(page.sourceSha256).toBe(sha256)
  expect(page.clauses.find(clause => clause.path === 'I/2')!.text).toBe(right)
  expect((await pagesSeenBy(tuan, fileId)).length).toBe(2)
})

it('that cannot be read is told in one code, and its file goes', async () => {
  const { draftId } = await start(hollowScan(101, 8))
  const { failure, fileId } = await once(draftId, draft => draft.state === 'failed')
  expect([failure, fileId]).toEqual(['scan-long', null])
})

it('goes on after a restart: what was begun and not stopped is queued anew, and a page that was read stays', async () => {
  const { draftId, fileId } = await start(photoOfPage(), 'anh.jpg')
  const read = await once(draftId, draft => draft.state === 'read')
  const readAt = () =>
    engine.database.read('system', db =>
      db.selectFrom('scan_page').select(['number', 'read_at']).where('file_id', '=', fileId).execute(),
    )
  const [first] = await readAt()
  await engine.database.write('system', tx =>
    tx.updateTable('import_draft').set({ state: 'reading', version: read.version }).where('id', '=', draftId).execute(),
  )
  await engine.jobs.startClock()
  await once(draftId, draft => draft.state === 'read')
  expect((await readAt()).find(page => page.number === first!.number)).toEqual(first)
})
