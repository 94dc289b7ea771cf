import { describe, expect, it } from 'vitest'
import { hitsOf } from '../../../test/harness/contributions.ts'
import { PERSON, SEAL } from '../../../test/harness/keys.ts'
import { frozenLetter, frozenPaper, keepFile } from '../../../test/harness/papers.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { openTimeStamps } from '../../../test/harness/time-stamps.ts'
import type { Json } from '../../engine/db/database.ts'
import { revise, SHEET } from '../../formats/pades/fixtures/sheet.ts'
import { judgePdf } from '../../formats/pades/judge.ts'
import { NO_LIST } from '../../formats/pades/trust.ts'
import { openPdfFile } from '../../formats/pdf/pdfjs.ts'
import { findPlaces } from '../../formats/pdf/places-to-sign.ts'
import { typesetSample } from '../../formats/pdf/sample-pdf.ts'
import { newId } from '../../kernel/ids.ts'
import { shortDigest } from '../../kernel/short-digest.ts'
import { bytesOf } from './keep-copy.ts'
import { signWith } from './pdf-pool.ts'
import { printExport } from './print-export.ts'
import { type Verdict, verdictExport } from './verdict-export.ts'

const DAY = '2026-06-16'
const now = () => new Date(`${DAY}T03:00:00Z`)
const site = await openTestSite({ now, timestamps: await openTimeStamps(now) })
const { send, ask, who, engine } = site
const [minh, hoa, clerk, partnerClerk] = [who('minh'), who('hoa'), who('vanthu.mttq'), who('vanthu.sdttg')]

/** Four dots, half of them seen through (PNG, 2 × 2). */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4nGNgYDjxnwECIAwAI2cDjxFZ9J0AAAAASUVORK5CYII='

type Shown = {
  paper: { state: string; cited: string; version: number; pages: number }
  copies: { kind: string; sha256: string }[]
  turn: { step: string; bodyId: string } | null
}
const look = (paperId: string, as = minh) => ask<Shown>(as, 'papers.paper', { paperId })
const versionOf = async (paperId: string) => (await look(paperId)).paper.version
const bytesAt = async (paperId: string, at: number) => bytesOf(engine.files, (await look(paperId)).copies.at(at)!.sha256)

async function step(as: typeof minh, name: string, paperId: string, more: Record<string, Json> = {}) {
  return send(as, `papers.${name}`, { paperId, version: await versionOf(paperId), ...more })
}
const number = (paperId: string, ink = false) => step(clerk, 'number-paper', paperId, { entryId: newId(), dated: DAY, ink })
/** The words of each page of the copy for the printer. */
async function printedPages(paperId: string): Promise<string[]> {
  const context = { acting: clerk, now: now(), today: DAY }
  const loaded = await engine.database.read(clerk, db => printExport.load({ db, ...context }, paperId))
  const { bytes } = await printExport.render(loaded as never, 'pdf', engine.files)
  const pdf = await openPdfFile(bytes as Uint8Array)
  const pages = Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1).then(page => page.getTextContent()))
  return (await Promise.all(pages)).map(({ items }) => items.map(item => ('str' in item ? item.str : '')).join(''))
}
const seal = (paperId: string, as = clerk) => step(as, 'seal-paper', paperId, { entryId: newId(), ...SEAL })

describe('a joint paper', () => {
  it('is signed, numbered and sealed by the lead, then by the other side in ink, and issued with the last seal', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    const frozen = await bytesAt(paperId, 0)
    expect(await refusalOf(step(hoa, 'sign-paper', paperId, PERSON))).toBe('papers.not-your-turn')
    await step(minh, 'sign-paper', paperId, PERSON)
    expect(await refusalOf(seal(paperId))).toBe('papers.turn-to-number')
    await number(paperId)
    await seal(paperId)
    const { paper, turn } = await look(paperId, hoa)
    expect([paper.state, turn?.step]).toEqual(['frozen', 'sign'])
    const sealed = await bytesAt(paperId, -1)
    expect(Buffer.from(sealed.subarray(0, frozen.length)).equals(Buffer.from(frozen))).toBe(true)

    const scan = { entryId: newId(), fileId: await keepFile(site, partnerClerk, frozen), number: '1', dated: DAY, compared: true }
    expect(await refusalOf(step(partnerClerk, 'file-scan', paperId, { ...scan, number: '2' }))).toBe('papers.number-differs')
    await step(partnerClerk, 'file-scan', paperId, scan)
    expect((await look(paperId)).paper).toMatchObject({ state: 'issued', cited: '01/BC-MTTQ-BTT-SDTTG' })

    const registered = await ask<{ lines: { cited: string; counted: boolean }[] }>(partnerClerk, 'papers.register', {})
    expect(registered.lines).toMatchObject([{ cited: '01/BC-MTTQ-BTT-SDTTG', counted: false }])
    const loaded = await engine.database.read(minh, db =>
      verdictExport.load({ db, acting: minh, now: engine.now(), today: DAY }, paperId),
    )
    const { bytes } = await verdictExport.render(loaded as never, 'json', engine.files)
    const told = JSON.parse(Buffer.from(bytes as Uint8Array).toString()) as Verdict
    expect([told.verdict, told.warnings, told.signatures.length]).toEqual(['Nguyên vẹn.', [], 3])
  })

  it('is signed by both sides by certificate in one file', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    await step(minh, 'sign-paper', paperId, PERSON)
    await number(paperId)
    await seal(paperId)
    const early = engine.database.write(hoa, tx =>
      tx.updateTable('paper').set({ state: 'issued', issued_at: engine.now() }).where('id', '=', paperId).execute(),
    )
    await expect(early).rejects.toThrow('a paper is issued with every seal')
    await step(hoa, 'sign-paper', paperId, PERSON)
    await seal(paperId, partnerClerk)
    const shown = await look(paperId)
    expect(shown.paper.state).toBe('issued')
    const found = async (acting: typeof minh) =>
      (await hitsOf(site, acting, 'bao & cao')).filter(hit => hit.kind === 'official-paper')
    expect((await found(hoa)).map(hit => hit.id)).toContain(paperId)
    expect(await found(who('dung'))).toEqual([])
    const kinds = ['frozen', 'signed', 'sealed', 'signed', 'sealed']
    expect(shown.copies.map(copy => copy.kind).slice(0, 5)).toEqual(kinds)
    const stamped = async () => (await look(paperId)).copies.map(copy => copy.kind)
    await expect.poll(stamped, { timeout: 60_000 }).toEqual([...kinds, 'stamped'])
    expect(judgePdf(await bytesAt(paperId, -1), NO_LIST).integrity).toBe('intact')
  })

  it('has its original on paper where the lead signs by hand', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    await number(paperId, true)
    expect(await refusalOf(seal(paperId))).toBe('papers.signed-in-ink')
    const { cited } = (await look(paperId)).paper
    const printed = await printedPages(paperId)
    const code = shortDigest((await look(paperId)).copies[0]!.sha256)
    expect(printed).toEqual(printed.map((_, at) => expect.stringContaining(`Mã tệp ${code} · trang ${at + 1}/${printed.length}`)))
    const fileId = await keepFile(site, clerk, await bytesAt(paperId, 0))
    await step(clerk, 'file-scan', paperId, {
      entryId: newId(),
      fileId,
      number: cited.split('/')[0]!,
      dated: DAY,
      compared: true,
    })
    expect((await look(paperId)).turn?.step).toBe('sign')
  })
})

describe('what a signature shows', () => {
  it('is number and day in their blanks, and the picture of a person or a seal at its place, on words nowhere', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    expect(await step(minh, 'sign-paper', paperId, { ...PERSON, picture: PICTURE })).toMatchObject({ unseen: false })
    await number(paperId)
    expect(await step(clerk, 'seal-paper', paperId, { entryId: newId(), ...SEAL, picture: PICTURE })).toMatchObject({
      unseen: false,
    })
    const second = [
      await step(hoa, 'sign-paper', paperId, { ...PERSON, picture: PICTURE }),
      await step(partnerClerk, 'seal-paper', paperId, { entryId: newId(), ...SEAL, picture: PICTURE }),
    ]
    expect(second).toMatchObject([{ unseen: false }, { unseen: false }])
    const sealed = await bytesAt(paperId, -1)
    const { integrity, signatures } = judgePdf(sealed, NO_LIST)
    expect([integrity, signatures.length]).toEqual(['intact', 5])
    const { blanks, rooms } = await findPlaces(await bytesAt(paperId, 0), ['Lò Văn Minh'])
    expect([blanks !== null, rooms[0] !== null]).toEqual([true, true])
    const shown = Buffer.from(sealed).toString('latin1')
    expect(shown.match(/\/Rect \[\s*0 0 0 0\s*\]/g)).toBeNull()
  })

  it('is seen on a paper written elsewhere too, where that leaves room over the name of the body’s leader', async () => {
    const typeset = typesetSample(`
      #set text(size: 13pt)
      Số:#h(20pt)/MTTQ-BTT #h(60pt) #emph[Sơn Hà, ngày#h(20pt)tháng#h(20pt)năm 2026]
      #v(60pt)
      V/v mời họp giao ban
      #v(200pt)
      #align(right, box(width: 200pt, align(center)[*KT. CHỦ TỊCH* \\ *PHÓ CHỦ TỊCH* #v(72pt) *Lò Văn Minh*]))`)
    const { paperId } = await frozenLetter(site, clerk, {}, typeset)
    expect(await step(minh, 'sign-paper', paperId, { ...PERSON, picture: PICTURE })).toMatchObject({ unseen: false })
    await number(paperId)
    const sealed = await step(clerk, 'seal-paper', paperId, { entryId: newId(), ...SEAL, picture: PICTURE })
    expect(sealed).toMatchObject({ unseen: false, issued: true })
    expect(judgePdf(await bytesAt(paperId, -1), NO_LIST).signatures).toHaveLength(3)
  })

  it('is told to be unseen where the paper has no place for the picture, and where it would lie on words', async () => {
    const { paperId } = await frozenLetter(site, clerk)
    expect(await step(minh, 'sign-paper', paperId, { ...PERSON, picture: PICTURE })).toMatchObject({ unseen: true })
    const { paperId: other } = await frozenPaper(site, clerk)
    const frozen = await bytesAt(other, 0)
    const onWords = { page: 0, rect: [0, 0, 595, 842], size: [595, 842], turn: 0, art: frozen, parts: [{ x: 0, y: 0 }] } as const
    const { signed, unseen } = await signWith(PERSON, frozen, { at: engine.now(), reason: '', shown: [onWords], unplaced: false })
    expect([unseen, judgePdf(signed, NO_LIST).integrity]).toEqual([true, 'intact'])
  })

  it('is refused where the picture is no small PNG', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    const noPicture = Buffer.from('GIF89a không phải').toString('base64')
    expect(await refusalOf(step(minh, 'sign-paper', paperId, { ...PERSON, picture: noPicture }))).toBe('papers.picture-kind')
    expect((await look(paperId)).copies).toHaveLength(1)
  })
})

describe('what is handed in as signed', () => {
  it('is taken where only signatures were added, and named where the file was rewritten, changed or is unsigned', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    const frozen = await bytesAt(paperId, 0)
    const upload = async (bytes: Uint8Array) =>
      step(minh, 'upload-signed', paperId, { entryId: newId(), fileId: await keepFile(site, minh, bytes) })
    const { signed } = await signWith(PERSON, frozen, { at: engine.now(), reason: '', shown: [], unplaced: false })
    expect(await refusalOf(upload(Buffer.from('%PDF-1.7 khác hẳn')))).toBe('papers.copy-rewritten')
    expect(await refusalOf(upload(frozen))).toBe('papers.copy-unsigned')
    expect(await refusalOf(upload(revise(signed, { 4: SHEET[12]! })))).toBe('papers.copy-changed')
    await upload(signed)
    expect((await look(paperId)).turn?.step).toBe('number')
    await number(paperId)
    const again = async (bytes: Uint8Array) =>
      step(clerk, 'upload-signed', paperId, { entryId: newId(), fileId: await keepFile(site, clerk, bytes) })
    expect(await refusalOf(again(signed))).toBe('papers.copy-older')
  })

  it('is taken with the certificate of another only by the clerk, with a reason that stays with the file', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    const { signed } = await signWith(SEAL, await bytesAt(paperId, 0), {
      at: engine.now(),
      reason: '',
      shown: [],
      unplaced: false,
    })
    const upload = async (as: typeof minh, more: object = {}) =>
      step(as, 'upload-signed', paperId, { entryId: newId(), fileId: await keepFile(site, as, signed), ...more })
    expect(await refusalOf(upload(minh))).toBe('papers.clerk-confirms')
    expect(await refusalOf(upload(clerk))).toBe('papers.other-holder')
    expect(await refusalOf(upload(minh, { reason: 'Ký thay' }))).toBe('papers.clerk-confirms')
    await upload(clerk, { reason: 'Ký thay theo giấy ủy quyền số 12' })
    const { copies } = await ask<{ copies: { holder: string; holderReason: string }[] }>(clerk, 'papers.paper', { paperId })
    expect(copies.at(-1)).toMatchObject({ holderReason: 'Ký thay theo giấy ủy quyền số 12' })
    expect(copies.at(-1)!.holder).toContain('Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà')
  })

  it('tells a wrong password from a file that is no key, and signs nothing', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    expect(await refusalOf(step(minh, 'sign-paper', paperId, { ...PERSON, password: 'sai' }))).toBe('papers.key-password')
    const noKey = { ...PERSON, keyFile: Buffer.from('không phải').toString('base64') }
    expect(await refusalOf(step(minh, 'sign-paper', paperId, noKey))).toBe('papers.key-no-key')
    expect((await look(paperId)).copies).toHaveLength(1)
  })

  it('is refused as a scan where pages are missing', async () => {
    const { paperId } = await frozenPaper(site, clerk)
    await number(paperId, true)
    const { samplePdf } = await import('../../formats/pades/sample.ts')
    const scan = { entryId: newId(), fileId: await keepFile(site, clerk, samplePdf()), number: '1', dated: DAY, compared: true }
    expect(await refusalOf(step(clerk, 'file-scan', paperId, scan))).toBe('papers.pages-differ')
  })
})

describe('two at once', () => {
  it('give one number to a paper, and one signature', async () => {
    const { paperId, version } = await frozenPaper(site, clerk)
    const sign = () =>
      send(minh, 'papers.sign-paper', { paperId, version, ...PERSON }).then(
        () => 'signed',
        (error: { code: string }) => error.code,
      )
    expect((await Promise.all([sign(), sign()])).toSorted()).toEqual(['papers.turn-to-number', 'signed'])
    const give = () =>
      send(clerk, 'papers.number-paper', { paperId, version: version + 1, entryId: newId(), dated: DAY }).then(
        () => 'given',
        (error: { code: string }) => error.code,
      )
    expect((await Promise.all([give(), give()])).toSorted()).toEqual(['given', 'papers.numbered-already'])
  })
})
