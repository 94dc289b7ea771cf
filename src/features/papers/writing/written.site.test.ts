import { beforeAll, describe, expect, it } from 'vitest'
import { frozenLetter, frozenPaper, issueInInk, keepFile } from '../../../../test/harness/papers.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { samplePdf } from '../../../formats/pades/sample.ts'
import { readFile } from '../../../formats/read-file.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { bytesOf } from '../keep-copy.ts'
import type { Ground, Shown } from '../web/types.ts'
import type { Agreement, Correction, Invitation, Written } from './contract.ts'

const site = await openTestSite({ now: () => new Date('2026-07-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, clerk, hoa, theirClerk, admin] = [
  who('lan'),
  who('vanthu.mttq'),
  who('hoa'),
  who('vanthu.sdttg'),
  who('quantri.mttq'),
]
let [programmeId, reviewId, issuedId, openId] = ['', '', '', '']
beforeAll(async () => {
  const joint = await frozenPaper(site, clerk)
  ;[programmeId, reviewId, openId] = [joint.programmeId, joint.reviewId, joint.paperId]
  const letter = await frozenLetter(site, clerk, { subject: 'V/v mời họp giao ban', programmeId })
  await issueInInk(site, clerk, letter, '2026-07-15')
  issuedId = letter.paperId
})

const look = (paperId: string, as: Actor = lan) => ask<Shown>(as, 'papers.paper', { paperId })
const write = async (written: Written, as: Actor = lan) => {
  const paperId = newId()
  await send(as, 'papers.write-paper', { paperId, written })
  return paperId
}
const [ours, theirs] = [
  { bodyId: lan.bodyId, name: 'Lò Văn Minh', post: 'Phó Chủ tịch' },
  { bodyId: hoa.bodyId, name: 'Vi Thị Hoa', post: 'Phó Giám đốc' },
]

/** Checked and frozen by the clerk, and what stands on the frozen file. */
async function frozenText(paperId: string): Promise<string> {
  const { paper, faults } = await look(paperId)
  expect(faults).toEqual([])
  await send(clerk, 'papers.check-paper', { paperId, version: paper.version })
  await send(clerk, 'papers.freeze-paper', { paperId, version: paper.version + 1 })
  const { copies } = await look(paperId)
  const { text } = await readFile({ name: 'a.pdf', bytes: await bytesOf(engine.files, copies.at(-1)!.sha256) })
  return text.replace(/\s+/g, ' ')
}

describe('a letter that corrects', () => {
  const correction = (more: Partial<Correction> = {}): Correction => ({
    form: 'correction',
    amends: issuedId,
    slips: ['technique'],
    errors: [{ where: 'dòng 2, trang 1', wrong: 'ngày 31 tháng 6', right: 'ngày 30 tháng 6' }],
    addressees: ['Sở Dân tộc và Tôn giáo tỉnh Sơn Hà'],
    sides: [ours],
    ...more,
  })

  it('says what was printed and how it is to be read, names its rule, and hangs on the paper', async () => {
    const paperId = await write(correction())
    const { paper, amends, source } = await look(paperId)
    expect([paper.kind, paper.subject, amends, source]).toEqual([
      'CV',
      'V/v đính chính Công văn số 01/MTTQ-BTT',
      expect.objectContaining({ id: issuedId, as: 'corrects', cited: '01/MTTQ-BTT' }),
      `/van-ban/${issuedId}`,
    ])
    const text = await frozenText(paperId)
    expect(text).toContain('khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP')
    expect(text).toContain('Dòng 2, trang 1: đã in là “ngày 31 tháng 6”, nay sửa lại là “ngày 30 tháng 6”.')
    expect((await look(issuedId)).amendedBy).toMatchObject([{ id: paperId, as: 'corrects' }])
  })

  it('is numbered, issued and sent like other letters, and its words may be changed around the facts', async () => {
    const paperId = await write(correction())
    const { wording } = await look(paperId)
    const words = ['Xin đính chính {Văn bản được đính chính} như sau:', '{Nội dung đính chính}']
    expect(wording?.words).toContain('{Nội dung đính chính}')
    await send(lan, 'papers.word-paper', { paperId, version: 1, words })
    expect(await frozenText(paperId)).toContain(
      'Xin đính chính Công văn số 01/MTTQ-BTT ngày 15 tháng 7 năm 2026 về việc mời họp giao ban',
    )
    await issueInInk(site, clerk, { paperId, version: 4 }, '2026-07-16')
    const { paper } = await look(paperId)
    expect([paper.state, paper.cited]).toEqual(['issued', '02/MTTQ-BTT'])
    const sending = { dispatchId: newId(), way: 'inside', toBodyId: hoa.bodyId, toName: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà' }
    await send(clerk, 'papers.send-paper', { paperId, version: paper.version, sendings: [sending] })
    expect((await look(paperId)).dispatches).toHaveLength(1)
  })

  it('begins with who received the paper and who signed', async () => {
    const ground = await ask<Ground>(lan, 'papers.writing', { paperId: issuedId })
    expect(ground).toMatchObject({
      about: '01/MTTQ-BTT',
      can: { write: null },
      sides: [{ bodyId: lan.bodyId, signer: { name: expect.any(String) } }],
    })
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['corrects nothing that is not issued', () => write(correction({ amends: openId })), 'papers.not-issued'],
    [
      'needs other words',
      () => write(correction({ errors: [{ where: 'trang 1', wrong: 'a', right: 'a' }] })),
      'papers.same-words',
    ],
    ['is of who issued it alone', () => write(correction({ sides: [ours, theirs] })), 'papers.not-a-side'],
    ['is not written by others', () => write(correction({ sides: [theirs] }), hoa), 'not-found'],
    ['is written by who writes papers', () => write(correction(), admin), 'not-permitted'],
  ])('%s', async (_, attempt, code) => {
    expect(await refusalOf(attempt())).toBe(code)
  })
})

describe('an invitation', () => {
  const invitation = (more: Partial<Invitation> = {}): Invitation => ({
    form: 'invitation',
    as: 'GM',
    programmeId,
    reviewId,
    event: 'Hội nghị sơ kết 6 tháng đầu năm 2026',
    on: '2026-07-22',
    at: '08:00',
    place: 'Hội trường A',
    chair: 'Đồng chí Lò Văn Minh, Phó Chủ tịch',
    agenda: ['Báo cáo sơ kết', 'Thảo luận'],
    guests: ['Thường trực Tỉnh ủy', 'Ủy ban MTTQ các xã, phường'],
    notes: ['Đề nghị đến đúng giờ.'],
    sides: [ours],
    ...more,
  })

  it('begins with the name of the conference on the report', async () => {
    const { event } = await ask<Ground>(lan, 'papers.writing', { reviewId })
    expect(event).toContain('Hội nghị sơ kết 6 tháng đầu năm 2026 thực hiện')
  })

  it('says to what, when, where and whom, as a paper of its own', async () => {
    const paperId = await write(invitation())
    expect((await look(paperId)).source).toBe(`/bao-cao/${reviewId}`)
    const text = await frozenText(paperId)
    for (const words of [
      'Thời gian: 08 giờ 00, ngày 22 tháng 7 năm 2026.',
      'Địa điểm: Hội trường A.',
      '- Thường trực Tỉnh ủy;',
      '- Thảo luận.',
    ])
      expect(text).toContain(words)
  })

  it('or as a letter to those who are invited', async () => {
    const paperId = await write(invitation({ as: 'CV' }))
    expect((await look(paperId)).paper).toMatchObject({ kind: 'CV', symbol: 'MTTQ-BTT' })
    const text = await frozenText(paperId)
    expect(text).toContain('Kính gửi: - Thường trực Tỉnh ủy;')
    expect(text).toContain('4. Nội dung: Báo cáo sơ kết; Thảo luận.')
  })

  it('invites to no day that is past, and for nobody else’s programme', async () => {
    expect(await refusalOf(write(invitation({ on: '2026-07-15' })))).toBe('papers.event-past')
    expect(await refusalOf(write(invitation({ sides: [theirs] })))).toBe('papers.lead-makes')
    expect(await refusalOf(write(invitation(), who('thao')))).toBe('not-found')
    expect(await refusalOf(ask(who('thao'), 'papers.writing', { programmeId }))).toBe('not-found')
  })
})

describe('a note of agreement', () => {
  const agreement = (more: Partial<Agreement> = {}): Agreement => ({
    form: 'agreement',
    as: 'BGN',
    programmeId,
    title: 'Về việc phối hợp giám sát năm 2026',
    points: ['Phối hợp giám sát 02 công trình.', '- Công trình nước sạch', '- Đường liên thôn', 'Kinh phí mỗi bên tự lo.'],
    ending: ['Bản ghi nhớ này có hiệu lực kể từ ngày ký.'],
    sides: [ours, theirs],
    ...more,
  })

  it('is written on until its form is checked, and is of the same sides all along', async () => {
    const paperId = await write(agreement())
    const on = (written: Written, version: number) => send(lan, 'papers.rewrite-paper', { paperId, version, written })
    await on(agreement({ title: 'Về việc phối hợp giám sát quý III năm 2026' }), 1)
    const { paper, written } = await look(paperId)
    expect([paper.subject, written]).toEqual([
      'Về việc phối hợp giám sát quý III năm 2026',
      expect.objectContaining({ as: 'BGN' }),
    ])
    expect(await refusalOf(on(agreement({ as: 'BTT' }), 2))).toBe('papers.sides-fixed')
    await send(clerk, 'papers.check-paper', { paperId, version: 2 })
    expect(await refusalOf(on(agreement(), 3))).toBe('papers.checked-already')
    expect((await look(paperId)).written).toBe(null)
  })

  it('is seen by the other side once it is frozen, and issued when both have signed', async () => {
    const paperId = await write(agreement())
    expect(await refusalOf(look(paperId, hoa))).toBe('not-found')
    const text = await frozenText(paperId)
    expect(text).toContain(
      '1. Phối hợp giám sát 02 công trình. a) Công trình nước sạch b) Đường liên thôn 2. Kinh phí mỗi bên tự lo.',
    )
    expect(text).toContain('TM. BAN THƯỜNG TRỰC')
    const numbered = { paperId, version: 3, entryId: newId(), dated: '2026-07-16', ink: true }
    const { number } = (await send(clerk, 'papers.number-paper', numbered)) as { number: number }
    const scan = async (by: Actor, version: number) => {
      const fileId = await keepFile(site, by, samplePdf(`/Scan (${newId()})`))
      await send(by, 'papers.file-scan', {
        paperId,
        version,
        entryId: newId(),
        fileId,
        number: String(number),
        dated: '2026-07-16',
        compared: true,
      })
    }
    await scan(clerk, 4)
    expect((await look(paperId, hoa)).turn).toEqual({ bodyId: hoa.bodyId, step: 'sign' })
    await scan(theirClerk, 5)
    expect((await look(paperId, hoa)).paper).toMatchObject({
      state: 'issued',
      cited: expect.stringMatching(/^\d+\/BGN-MTTQ-BTT-SDTTG$/),
    })
  })

  it('needs two sides', async () => {
    expect(await refusalOf(write(agreement({ sides: [ours] })))).toBe('field.sides')
  })
})

it('a paper that was set from a record is not written on here', async () => {
  const written: Written = {
    form: 'agreement',
    as: 'BGN',
    programmeId,
    title: 'x',
    points: ['y'],
    ending: [],
    sides: [ours, theirs],
  }
  const requestId = newId()
  const asked = { toName: 'Sở Xây dựng', toBody: null, clausePath: null, signedWith: [], content: 'Bố trí hội trường.' }
  await send(lan, 'exchange.draft-request', { requestId, programmeId, ...asked })
  const paperId = newId()
  await send(lan, 'papers.prepare-paper', { paperId, requestId })
  expect(await refusalOf(send(lan, 'papers.rewrite-paper', { paperId, version: 1, written }))).toBe('papers.not-written')
})
