import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { PERSON, SEAL } from '../../../test/harness/keys.ts'
import { frozenLetter, frozenPaper, issueInInk, keepFile } from '../../../test/harness/papers.ts'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite, refusalOf, SITE_URL } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { jobGround } from '../../app/registry.ts'
import { openFolderDoor } from '../../engine/mail/folder-door.ts'
import { samplePdf } from '../../formats/pades/sample.ts'
import { newId } from '../../kernel/ids.ts'
import { dossierExport } from './dispatch/exports.ts'
import { dossierOf } from './dispatch/facts.ts'
import { MOST_TRIES, mailPapers } from './dispatch/mail-job.ts'
import { metadataXml } from './dispatch/metadata.ts'
import { resolveRecipients } from './dispatch/recipients.ts'
import { bytesOf } from './keep-copy.ts'
import { signWith } from './pdf-pool.ts'
import { registerExport } from './registers/register-export.ts'
import { stampPapers } from './stamp-job.ts'

const DAY = '2026-06-16'
const site = await openTestSite({ now: () => new Date(`${DAY}T03:00:00Z`) })
const { send, ask, who, engine, people } = site
const [minh, clerk, partnerClerk, partyClerk, thao] = [
  who('minh'),
  who('vanthu.mttq'),
  who('vanthu.sdttg'),
  who('vanthu.bdv'),
  who('thao'),
]

type Shown = { paper: { version: number; state: string }; dispatches: { received: boolean; returned: boolean }[] }
const look = (paperId: string, as = clerk) => ask<Shown>(as, 'papers.paper', { paperId })
type Register = { waiting: { id: string; version: number }[]; lines: { number: number; subject: string }[] }
const register = (as: typeof minh) => ask<Register>(as, 'papers.incoming-register', {})

type At = { paperId: string; version: number }
const signByKey = (at: At): Promise<unknown> => send(minh, 'papers.sign-paper', { ...at, ...PERSON })

type Copies = { copies: { fileId: string; sha256: string }[] }
/** The own side files the frozen file itself as the scan of what was signed by hand. */
async function fileScan(as: typeof clerk, at: At, number: number, bytes?: Uint8Array) {
  const [frozen] = (await ask<Copies>(clerk, 'papers.paper', { paperId: at.paperId })).copies
  const fileId = await keepFile(site, as, bytes ?? (await bytesOf(engine.files, frozen!.sha256)))
  await send(as, 'papers.file-scan', { ...at, entryId: newId(), fileId, number: String(number), dated: DAY, compared: true })
}

/** A review signed by the lead, by the other side in ink. */
async function issued(sign = signByKey) {
  const made = await frozenPaper(site, clerk)
  const { paperId } = made
  const at = async () => ({ paperId, version: (await look(paperId)).paper.version })
  await sign(await at())
  const { number } = (await send(clerk, 'papers.number-paper', { ...(await at()), entryId: newId(), dated: DAY })) as {
    number: number
  }
  await send(clerk, 'papers.seal-paper', { ...(await at()), entryId: newId(), ...SEAL })
  await fileScan(partnerClerk, await at(), number)
  return { ...made, ...(await at()) }
}

/** The file of a programme as it leaves; its metadata stand in it as they are. */
async function dossierZip(programmeId: string): Promise<string> {
  const loaded = await engine.database.read(minh, db =>
    dossierExport.load({ db, acting: minh, now: engine.now(), today: DAY }, programmeId),
  )
  const { bytes } = await dossierExport.render(loaded as never, 'zip', engine.files)
  const parts: Buffer[] = []
  for await (const part of bytes as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** A unit of whose clerk this is. */
const unitOf = ({ bodyId }: typeof clerk) =>
  engine.database.read('system', db =>
    db.selectFrom('unit').select(['id', 'name']).where('body_id', '=', bodyId).limit(1).executeTakeFirstOrThrow(),
  )

const inside = (body: string) => ({ dispatchId: newId(), way: 'inside', toBodyId: people.bodies.get(body)!, toName: body })

it('goes to a body of the site, which alone may open it then, receives it under its own number, once', async () => {
  const { paperId, version } = await issued()
  expect(await refusalOf(look(paperId, partyClerk))).toBe('not-found')
  await send(clerk, 'papers.send-paper', { paperId, version, sendings: [inside('bdv')] })
  expect((await look(paperId, partyClerk)).paper.state).toBe('issued')
  const [waiting] = (await register(partyClerk)).waiting
  const receive = { incomingId: newId(), dispatchId: waiting!.id, version: waiting!.version, arrivedOn: DAY }
  expect(await refusalOf(send(partnerClerk, 'papers.receive-paper', receive))).toBe('papers.not-addressee')
  await send(partyClerk, 'papers.receive-paper', receive)
  expect((await register(partyClerk)).lines).toMatchObject([{ number: 1 }])
  expect((await look(paperId)).dispatches).toMatchObject([{ received: true }])
})

it('sent back is closed to who sent it back, and its sender sees why', async () => {
  const { paperId, version } = await issued()
  await send(clerk, 'papers.send-paper', { paperId, version, sendings: [inside('bdv')] })
  const [waiting] = (await register(partyClerk)).waiting
  const input = { dispatchId: waiting!.id, version: waiting!.version, reason: 'Gửi nhầm nơi nhận' }
  await send(partyClerk, 'papers.return-sending', input)
  expect((await look(paperId)).dispatches).toMatchObject([{ returned: true, returnedReason: 'Gửi nhầm nơi nhận' }])
  expect(await refusalOf(look(paperId, partyClerk))).toBe('not-found')
})

it('that comes again is recognised by its bytes, or by number, day and issuer', async () => {
  const came = {
    arrivedOn: DAY,
    issuer: 'UBND xã Bản Mới',
    cited: '12/CV-UBND',
    dated: '2026-06-12',
    kind: 'CV',
    subject: 'V/v hỗ trợ',
  }
  const enter = async (more: object = {}) =>
    send(clerk, 'papers.register-incoming', {
      incomingId: newId(),
      ...came,
      fileId: await keepFile(site, clerk, samplePdf()),
      ...more,
    })
  await enter()
  expect(await refusalOf(enter({ cited: '13/CV-UBND' }))).toBe('papers.came-already')
  const other = { fileId: await keepFile(site, clerk, samplePdf('/Other (1)')), cited: '12/cv-ubnd' }
  expect(await refusalOf(enter(other))).toBe('papers.came-already')
})

it('recalled is seen so by who received it, and stays in the file of the programme with its metadata', async () => {
  const { paperId, version, programmeId } = await issued()
  await send(clerk, 'papers.send-paper', { paperId, version, sendings: [inside('bdv')] })
  await send(minh, 'papers.recall-paper', { paperId, version, reason: 'Sai số liệu' })
  expect((await look(paperId, thao)).paper.state).toBe('recalled')
  expect(await refusalOf(send(clerk, 'papers.send-paper', { paperId, version: version + 1, sendings: [inside('bdv')] }))).toBe(
    'papers.not-issued',
  )
  const zip = await dossierZip(programmeId)
  for (const words of [
    'ho-so.xml',
    '<DocTotal>1</DocTotal>',
    '<CodeNotation>BC-MTTQ-BTT-SDTTG</CodeNotation>',
    '<IssuedDate>16/06/2026',
  ])
    expect(zip).toContain(words)
})

it('signed by hand goes by mail as the scans of both sides, never as the file without number and signature', async () => {
  const { paperId } = await frozenPaper(site, clerk)
  const at = async () => ({ paperId, version: (await look(paperId)).paper.version })
  const taken = await send(clerk, 'papers.number-paper', { ...(await at()), entryId: newId(), dated: DAY, ink: true })
  const { number } = taken as { number: number }
  const [frozen] = (await ask<Copies>(clerk, 'papers.paper', { paperId })).copies
  const bytes = await bytesOf(engine.files, frozen!.sha256)
  const scans = [clerk, partnerClerk].map((as, nth) => ({ as, bytes: Buffer.concat([bytes, Buffer.from(`%${nth}\n`)]) }))
  for (const scan of scans) await fileScan(scan.as, await at(), number, scan.bytes)
  const dispatchId = newId()
  const by = { from_body: clerk.bodyId, sent_by: clerk.accountId, sent_at: engine.now() }
  const sending = { id: dispatchId, paper_id: paperId, way: 'mail', to_name: 'Sở Xây dựng', mail_to: 'vt@sonha.example', ...by }
  await engine.database.write('system', tx => tx.insertInto('dispatch').values(sending).execute())
  const mail = openFolderDoor(join(site.dir, 'in-ink'), { from: 'phoihop@sonha.example' })
  await mailPapers(jobGround(engine, { mail, siteUrl: SITE_URL })).run({ dispatchId }, AbortSignal.timeout(10_000))
  const letter = (await readFile(join(site.dir, 'in-ink', `${dispatchId}.eml`), 'latin1')).replace(/\r\n/g, '')
  // Up to the boundary behind it: a file whose bytes are another's first ones is not that other.
  const isAttached = (file: Uint8Array) => letter.includes(`${Buffer.from(file).toString('base64')}--`)
  expect([...scans.map(scan => isAttached(scan.bytes)), isAttached(bytes)]).toEqual([true, true, false])
})

it('stands in the file of its programme in the order of time, beside what came in about it with its day and units', async () => {
  const { programmeId } = await issued()
  const came = { issuer: 'Sở Tài chính', cited: '77/STC', dated: '2026-06-10', kind: 'CV', subject: 'Trả lời về kinh phí' }
  const incomingId = newId()
  const fileId = await keepFile(site, clerk, samplePdf('/Answer (77)'))
  await send(clerk, 'papers.register-incoming', { incomingId, arrivedOn: '2026-06-12', ...came, fileId })
  const unit = await unitOf(clerk)
  await send(clerk, 'papers.give-incoming', { incomingId, version: 1, leadUnit: unit.id, dueOn: '2026-06-30', programmeId })
  const papers = await engine.database.read(minh, db => dossierOf(db, programmeId))
  expect(papers.map(paper => [paper.dated, paper.number])).toEqual([
    ['2026-06-10', '77'],
    [DAY, expect.stringMatching(/^\d\d$/)],
  ])
  const xml = metadataXml(papers, { title: 'Chương trình', notation: '01/CTrPH', creator: 'Lò Văn Minh' })
  for (const words of [
    '<ArrivalDate>12/06/2026<',
    `<ToPlaces>${unit.name}<`,
    '<DueDate>30/06/2026<',
    '<FileNotation>01/CTrPH<',
    '<Creator>Lò Văn Minh<',
  ])
    expect(xml).toContain(words)
  // What came to one side is its own affair.
  expect(await engine.database.read(who('hoa'), db => dossierOf(db, programmeId))).toHaveLength(1)
})

it('is put right in form by a letter and in content by one of its kind, and each tells of the other', async () => {
  const { paperId } = await issued()
  const amend = async (as: string, kind: string) => {
    const id = newId()
    const fileId = await keepFile(site, clerk, samplePdf(`/Amends (${id})`))
    const about = { fileId, kind, subject: 'Đính chính số liệu', recipients: ['Lưu: VT'], amends: { paperId, as } }
    await send(clerk, 'papers.enter-paper', { paperId: id, ...about })
    return id
  }
  expect(await refusalOf(amend('corrects', 'BC'))).toBe('papers.corrects-by-letter')
  expect(await refusalOf(amend('replaces', 'CV'))).toBe('papers.replaces-same-kind')
  const [letter, report] = [await amend('corrects', 'CV'), await amend('replaces', 'BC')]
  type Told = { amends: { id: string; as: string } | null; amendedBy: { id: string; as: string }[] }
  const told = (id: string, as = clerk) => ask<Told>(as, 'papers.paper', { paperId: id })
  expect((await told(letter)).amends).toMatchObject({ id: paperId, as: 'corrects' })
  expect((await told(paperId)).amendedBy.map(one => one.id).toSorted()).toEqual([letter, report].toSorted())
  expect((await told(paperId, partnerClerk)).amendedBy).toEqual([])
})

it('put right by a letter, stands with it in the file of its programme, on the side that wrote it', async () => {
  const { paperId, programmeId } = await issued()
  const amends = { paperId, as: 'corrects' }
  const frozen = await frozenLetter(site, clerk, { subject: 'Đính chính số liệu người dự', amends })
  expect(await dossierZip(programmeId)).toContain('<DocTotal>1<')
  await issueInInk(site, clerk, frozen, DAY)
  const zip = await dossierZip(programmeId)
  for (const words of ['<DocTotal>2<', '<Subject>Đính chính số liệu người dự<']) expect(zip).toContain(words)
  expect(await engine.database.read(who('hoa'), db => dossierOf(db, programmeId))).toHaveLength(1)
})

it('stays the same, byte for byte, whatever its activities become', async () => {
  const { paperId, activityId } = await issued()
  const digests = async () =>
    (await ask<{ copies: { sha256: string }[] }>(minh, 'papers.paper', { paperId })).copies.map(copy => copy.sha256)
  const before = await digests()
  await engine.database.write('system', tx =>
    tx.updateTable('activity').set({ reach: 9000 }).where('id', '=', activityId).execute(),
  )
  expect(await digests()).toEqual(before)
})

it('finds the bodies that its recipients name', () => {
  const bodies = [{ id: 'a', name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà', shortName: 'Sở DT&TG', email: null }]
  expect(resolveRecipients(['- Như trên;', '- Sở DT&TG;', '- Ủy ban nhân dân các xã;', '- Lưu: VT.'], bodies)).toMatchObject([
    { bodyId: 'a', name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà' },
    { bodyId: null, name: 'Ủy ban nhân dân các xã' },
  ])
})

it('by mail that the server refuses again and again stands among the work of the clerk, who sends it once more', async () => {
  const { paperId } = await issued()
  const dispatchId = newId()
  const by = { from_body: clerk.bodyId, sent_by: clerk.accountId, sent_at: engine.now() }
  const letter = { id: dispatchId, paper_id: paperId, way: 'mail', to_name: 'Sở Xây dựng', mail_to: 'sai@sonha.example', ...by }
  await engine.database.write('system', tx => tx.insertInto('dispatch').values(letter).execute())
  const sent = async () => {
    const { dispatches } = await ask<{ dispatches: { id: string; version: number; fate: string | null }[] }>(
      clerk,
      'papers.paper',
      { paperId },
    )
    return dispatches.find(one => one.id === dispatchId)!
  }
  const stranded = async () => (await deadlinesOf(site, clerk, DAY)).filter(one => one.id === dispatchId)
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    expect(await stranded()).toEqual([])
    await send('system', 'papers.note-mailed', { dispatchId, version: (await sent()).version, fate: 'not-sent' })
  }
  expect(await stranded()).toMatchObject([{ step: 'paper-mail', address: `/van-ban/${paperId}` }])
  const again = { dispatchId, version: (await sent()).version, mailTo: 'vanthu@soxaydung.example' }
  expect(await refusalOf(send(partnerClerk, 'papers.mail-again', again))).toBe('papers.not-yours')
  await send(clerk, 'papers.mail-again', again)
  expect(await stranded()).toEqual([])
})

it('tells only its parties why a file with the certificate of another was taken', async () => {
  const { paperId, version } = await issued(async at => {
    const { copies } = await ask<{ copies: { sha256: string }[] }>(clerk, 'papers.paper', { paperId: at.paperId })
    const frozen = await bytesOf(engine.files, copies[0]!.sha256)
    const { signed } = await signWith(SEAL, frozen, { at: engine.now(), reason: '', shown: [], unplaced: false })
    const fileId = await keepFile(site, clerk, signed)
    await send(clerk, 'papers.upload-signed', { ...at, entryId: newId(), fileId, reason: 'Ký thay theo giấy ủy quyền' })
  })
  await send(clerk, 'papers.send-paper', { paperId, version, sendings: [inside('bdv')] })
  const reasons = async (as: typeof clerk) => {
    type Copies = { copies: { holderReason: string | null }[] }
    const { copies } = await ask<Copies>(as, 'papers.paper', { paperId })
    return copies.flatMap(copy => copy.holderReason ?? [])
  }
  expect(await reasons(partnerClerk)).toEqual(['Ký thay theo giấy ủy quyền'])
  expect(await reasons(partyClerk)).toEqual([])
})

it('by mail of which nothing is heard for an hour is stranded and goes once more; one just sent does not', async () => {
  const { paperId } = await issued()
  const by = { from_body: clerk.bodyId, sent_by: clerk.accountId }
  const letter = { paper_id: paperId, way: 'mail', to_name: 'Sở Xây dựng', mail_to: 'vt@sonha.example', ...by }
  const [fresh, hung] = [newId(), newId()]
  const sent = [
    { ...letter, id: fresh, sent_at: new Date(`${DAY}T02:30:00Z`) },
    { ...letter, id: hung, sent_at: new Date(`${DAY}T01:30:00Z`) },
  ]
  await engine.database.write('system', tx => tx.insertInto('dispatch').values(sent).execute())
  const stranded = async () => (await deadlinesOf(site, clerk, DAY)).map(one => one.id).filter(id => [fresh, hung].includes(id))
  expect(await stranded()).toEqual([hung])
  const again = (dispatchId: string) => send(clerk, 'papers.mail-again', { dispatchId, version: 1, mailTo: 'vt@sonha.example' })
  expect(await refusalOf(again(fresh))).toBe('papers.mail-left')
  await again(hung)
  expect(await stranded()).toEqual([])
})

it('by mail that was recalled before it left stays here', async () => {
  const { paperId, version } = await issued()
  const dispatchId = newId()
  const by = { from_body: clerk.bodyId, sent_by: clerk.accountId, sent_at: engine.now() }
  const letter = { id: dispatchId, paper_id: paperId, way: 'mail', to_name: 'Sở Xây dựng', mail_to: 'vt@sonha.example', ...by }
  await engine.database.write('system', tx => tx.insertInto('dispatch').values(letter).execute())
  await send(minh, 'papers.recall-paper', { paperId, version, reason: 'Sai số liệu' })
  const mail = openFolderDoor(join(site.dir, 'recalled'), { from: 'phoihop@sonha.example' })
  await mailPapers(jobGround(engine, { mail, siteUrl: SITE_URL })).run({ dispatchId }, AbortSignal.timeout(10_000))
  expect(await mail.fateOf(dispatchId)).toBe('not-sent')
  expect((await look(paperId)).dispatches).toMatchObject([{ fate: 'not-sent', stranded: false }])
})

it('issued without its time stamp is stamped at the next start, where a server is set', async () => {
  const { paperId } = await issued()
  const mail = openFolderDoor(join(site.dir, 'unstamped'), { from: 'phoihop@sonha.example' })
  const unfinished = (timestamps: string | null) =>
    stampPapers(jobGround(engine, { mail, siteUrl: SITE_URL, timestamps })).unfinished!()
  expect(await unfinished('http://127.0.0.1:9')).toContainEqual({ paperId })
  expect(await unfinished(null)).toEqual([])
})

it('that answers a petition stays linked with it once it is settled, and when its day changes', async () => {
  const { villageId } = await layPlaces(site, 'Sơn Hà')
  const petition = petitionInput(villageId)
  await send(who('lan'), 'petitions.record-petition', petition)
  const move = (to: { state: string; closed_on?: string; due_on?: null; settled_on?: string }) =>
    engine.database.write('system', tx => tx.updateTable('petition').set(to).where('id', '=', petition.petitionId).execute())
  await move({ state: 'not-settled' })
  const incomingId = newId()
  const facts = { issuer: 'Sở Xây dựng', cited: '91/SXD', dated: '2026-06-12', kind: 'CV', subject: 'Trả lời kiến nghị' }
  await send(clerk, 'papers.register-incoming', { incomingId, arrivedOn: DAY, ...facts })
  const unit = await engine.database.read(clerk, db =>
    db.selectFrom('unit').select('id').where('body_id', '=', clerk.bodyId).limit(1).executeTakeFirstOrThrow(),
  )
  const about = { kind: 'petition', id: petition.petitionId }
  const give = (more: object) => send(clerk, 'papers.give-incoming', { incomingId, leadUnit: unit.id, ...more })
  await give({ version: 1, about })
  await move({ state: 'settled', closed_on: DAY, due_on: null, settled_on: DAY })
  type Linked = { incoming: { about: object | null }; abouts: object[] }
  const linked = () => ask<Linked>(clerk, 'papers.incoming', { incomingId })
  expect((await linked()).incoming.about).toMatchObject(about)
  expect((await linked()).abouts).toContainEqual(expect.objectContaining(about))
  await give({ version: 2, dueOn: '2026-06-30' })
  await give({ version: 3, about })
  expect((await linked()).incoming.about).toMatchObject(about)
  await give({ version: 4, about: null })
  expect((await linked()).incoming.about).toBeNull()
})

it('that came in is linked with what it answers, and the register leaves as a workbook', async () => {
  const incomingId = newId()
  const facts = { issuer: 'Sở Nông nghiệp', cited: '88/SNN', dated: '2026-06-12', kind: 'CV', subject: 'Trả lời đề nghị' }
  await send(clerk, 'papers.register-incoming', { incomingId, arrivedOn: DAY, ...facts })
  const requestId = newId()
  const { programmeId } = await layThread(site)
  const request = { toName: 'Sở Nông nghiệp', toBody: null, content: 'Đề nghị hỗ trợ.', clausePath: null, signedWith: [] }
  await send(who('lan'), 'exchange.draft-request', { requestId, programmeId, ...request })
  const unit = await engine.database.read(clerk, db =>
    db.selectFrom('unit').select('id').where('body_id', '=', clerk.bodyId).limit(1).executeTakeFirstOrThrow(),
  )
  const given = { incomingId, version: 1, leadUnit: unit.id, about: { kind: 'request', id: requestId } }
  expect(await refusalOf(send(clerk, 'papers.give-incoming', given))).toBe('not-found')
  const left = { number: '45/MTTQ-BTT', sentOn: '2026-06-10', dueOn: null, fileId: null }
  await send(who('minh'), 'exchange.send-request', { requestId, version: 1, ...left })
  await send(clerk, 'papers.give-incoming', given)
  const { came } = await ask<{ came: { cited: string }[] }>(who('lan'), 'papers.came-about', { requestId })
  expect(came).toMatchObject([{ cited: '88/SNN' }])
  expect((await ask<{ came: object[] }>(partyClerk, 'papers.came-about', { requestId })).came).toEqual([])
  const { bookId } = await ask<{ bookId: string }>(clerk, 'papers.incoming-register', {})
  const context = { acting: clerk, now: engine.now(), today: DAY }
  const loaded = await engine.database.read(clerk, db => registerExport.load({ db, ...context }, bookId))
  expect((loaded as { rows: unknown[][] }).rows.map(row => row[3])).toContain('88/SNN')
  const foreign = engine.database.read(partyClerk, db => registerExport.load({ db, ...context, acting: partyClerk }, bookId))
  expect(await refusalOf(foreign)).toBe('not-found')
})
