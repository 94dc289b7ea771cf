import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../src/app/demo.ts'
import { printDate, vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { postalBody } from '../harness/by-post.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints } = journey
const today = vietnamDate(new Date())
const year = yearOf(today)
const PARTNER = 'Đảng ủy ubđ'
const cited = `theo văn bản số 12-CV/ĐU, ngày ${printDate(today)}`

describe('a year planned with a partner that has no account', () => {
  it('goes out on paper, comes back on paper, is fixed by the letter, and is contested once the partner is here', async () => {
    const bodyId = await postalBody(journey, 'ubđ')
    const meetings = { path: 'II/1', text: 'Tổ chức hội nghị tiếp xúc', schedules: [{ kind: 'continuous' as const }] }
    await insertProgramme(journey, [meetings], { parties: ['mttq', 'ubđ'], from: year, to: year + 4 })
    const minh = await enter('minh')
    const address = await draftAndShare(minh)
    await sendByPost(minh, '15/MTTQ-BTT')
    await counterByPaper(minh, 'Tổ chức hai hội nghị tiếp xúc')
    await minh.getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await minh.getByText('Dòng này của kế hoạch đã thay đổi', { exact: false }).waitFor()
    await sendByPost(minh, '18/MTTQ-BTT')
    await agreeByPaper(minh)
    await agreeHere(minh, address)
    await minh.getByText(`Đã thống nhất ${cited}`, { exact: false }).first().waitFor()
    expect(await minh.locator('.digest').last().innerText()).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/)

    const account = { accountId: newId(), bodyId, username: 'dangvien', displayName: 'Hà Văn Thắng', post: 'Bí thư' }
    await journey.send('system', 'agencies.create-account', { ...account, roles: ['leader'], password: DEMO_PASSWORD })
    const theirs = await enter('dangvien')
    await contest(theirs, 'Đảng ủy chưa ký văn bản này')
    await minh.goto(address)
    await minh.getByText('Bị phản đối: Đảng ủy chưa ký văn bản này', { exact: false }).waitFor()
    await minh.getByText(`${PARTNER}: chưa thống nhất`, { exact: false }).waitFor()
    await minh.goto(journey.url)
    await minh.getByText('Bị phản đối: văn bản số 12-CV/ĐU', { exact: false }).first().waitFor()
    expect(complaints).toEqual([])
  })
})

async function draftAndShare(page: Page): Promise<string> {
  await page.goto(`${journey.url}/ke-hoach`)
  await page
    .getByRole('button', { name: `Lập dự thảo năm ${year}` })
    .first()
    .click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Gửi bên kia' }).click()
  await page.getByRole('button', { name: `Gửi kế hoạch năm ${year}` }).click()
  await page.getByRole('heading', { name: `${PARTNER} tham gia bằng văn bản giấy` }).waitFor()
  return page.url()
}

const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Gửi và nhận bằng văn bản giấy' })

/** Shows what leaves, takes the files along, and registers the letter. */
async function sendByPost(page: Page, number: string): Promise<void> {
  await panelOf(page).getByRole('button', { name: 'Xem và ghi nhận đã gửi' }).click()
  await page.getByText('Dưới đây đúng là nội dung rời cơ quan', { exact: false }).waitFor()
  const code = await page.locator('.digest').first().innerText()
  const docx = await download(page, 'Tải DOCX')
  const feet = Object.entries(unzipSync(docx)).filter(([name]) => /footer\d*\.xml$/.test(name))
  expect(feet.some(([, bytes]) => strFromU8(bytes).includes(`Mã đối chiếu: ${code}`))).toBe(true)
  expect(strFromU8(await download(page, 'Tải PDF'), true)).toMatch(/^%PDF/)
  expect((await download(page, 'Tải XLSX')).length).toBeGreaterThan(1000)
  await page.getByLabel(/^Số, ký hiệu công văn/).fill(number)
  await page.getByRole('button', { name: `Ghi nhận đã gửi ${PARTNER}` }).click()
  await panelOf(page).getByText(`Đã gửi theo công văn số ${number}`, { exact: false }).waitFor()
}

async function download(page: Page, link: string): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return new Uint8Array(await readFile(await file.path()))
}

/** Writes the partner's paper down: number, date, scan, and what it says. */
async function recordPaper(page: Page, what: RegExp): Promise<void> {
  await panelOf(page).getByRole('button', { name: 'Ghi nhận văn bản trả lời' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Số, ký hiệu văn bản/).fill('12-CV/ĐU')
  await form.getByLabel(/^Ngày văn bản/).fill(printDate(today))
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'tra-loi.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${newId()}`) })
  await form.getByText('Bản chụp: tra-loi.pdf').waitFor()
  await form.getByRole('radio', { name: what }).check()
  await form.getByRole('button', { name: 'Ghi nhận văn bản' }).click()
  await form.waitFor({ state: 'detached' })
}

async function counterByPaper(page: Page, title: string): Promise<void> {
  await recordPaper(page, /^Đề nghị điều chỉnh một số dòng/)
  await page.getByText('Đang nhập các dòng theo văn bản số 12-CV/ĐU', { exact: false }).waitFor()
  await page.getByText('Đề nghị điều chỉnh mục 1', { exact: true }).click()
  await page.getByRole('button', { name: 'Đề nghị sửa: mục 1', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Nội dung công việc/).fill(title)
  await form.getByLabel(/^Lý do đề nghị/).fill('Đông người dự')
  await form.getByRole('button', { name: 'Lưu đề nghị' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Đã nhập xong' }).click()
  await page.getByRole('article').getByText(cited, { exact: false }).waitFor()
}

async function agreeByPaper(page: Page): Promise<void> {
  await recordPaper(page, /^Thống nhất toàn bộ/)
  await page.getByText(`Đã thống nhất ${cited}`, { exact: false }).first().waitFor()
}

async function agreeHere(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Xem và thống nhất' }).click()
  await page.getByRole('button', { name: `Thống nhất kế hoạch năm ${year}` }).click()
  await page.getByRole('button', { name: 'Xem và thống nhất' }).waitFor({ state: 'detached' })
}

/** From "Việc của tôi" to what was recorded in the own body's name, and against it. */
async function contest(page: Page, reason: string): Promise<void> {
  await page.getByText('2 văn bản đã ghi thay cơ quan mình', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: /Xem các việc đã ghi thay/ }).click()
  const agreed = page.getByRole('listitem').filter({ hasText: `${PARTNER} thống nhất` })
  await agreed.getByRole('button', { name: 'Phản đối' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Lý do phản đối/).fill(reason)
  await form.getByRole('button', { name: 'Phản đối' }).click()
  await agreed.getByText(`Bị phản đối: ${reason}`, { exact: false }).waitFor()
}
