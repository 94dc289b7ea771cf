import type { Page, Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { typesetSample } from '../../src/formats/pdf/sample-pdf.ts'
import { printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { PERSON, SEAL } from '../harness/keys.ts'
import { frozenReview } from '../harness/papers.ts'
import { changeReach, checkAndFreeze, giveNumber, sendToParty, signedFile, signInInk, withKey } from './issuing.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url } = journey
const today = printDate(vietnamDate(new Date()))
const clerk = await enter('vanthu.mttq')
const anotherPage = () => clerk.context().newPage()

it('a review is signed by both sides, one by key and one in ink, numbered, sent, received, verified, and stays as it was signed', async () => {
  const { reviewId, activityId } = await frozenReview(journey)
  const [minh, partner, party] = [await enter('minh'), await enter('vanthu.sdttg'), await enter('vanthu.bdv')]
  await issueReview(clerk, reviewId)
  const address = clerk.url()
  await checkAndFreeze(clerk)
  await withKey(minh, address, 'Ký', PERSON)
  await giveNumber(clerk, address)
  await withKey(clerk, address, 'Đóng dấu', SEAL)
  await signInInk(partner, address)
  await sendToParty(clerk, address)
  await receive(party)
  for (const [page, number] of [
    [clerk, '01'],
    [partner, '01/BC-MTTQ-BTT-SDTTG'],
  ] as const)
    await isRegistered(page, number)
  const signed = await signedFile(clerk, address)
  await verifyInPublic(signed)
  await changeReach(await enter('lan'), activityId)
  await clerk.goto(`${url}/bao-cao/${reviewId}`)
  await clerk.getByText('Số liệu đã thay đổi sau khi chốt', { exact: false }).waitFor()
  expect((await signedFile(clerk, address)).equals(signed)).toBe(true)
  expect(complaints).toEqual([])
})

it('a file goes with its line of the register while its reading is not answered, and a form opened anew waits for it', async () => {
  const page = await anotherPage()
  const line = await readingsOver(page)
  await page.goto(`${url}/van-ban/den/moi`)
  await handIn(page, 'cong-van.pdf')
  await page.getByText('Đã nhận tệp cong-van.pdf.').waitFor()
  await page.waitForURL(/\?doc=/)
  await page.reload()
  await page.getByText('Đang chờ tệp đã chọn.', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: 'Vào sổ', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await line('broken')
  await page.getByRole('button', { name: 'Vào sổ không kèm tệp này' }).waitFor()
  await line('held')
  await handIn(page, 'ban-hai.pdf')
  await page.getByText('Đã nhận tệp ban-hai.pdf.').waitFor()
  await fillRegister(page, '88/SNV')
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
  await line('good')
  await page.getByText('Đã vào sổ, số đến', { exact: false }).waitFor()
  const rows = await journey.engine.database.pool.query(
    `SELECT f.name FROM incoming i JOIN file f ON f.id = i.file_id WHERE i.cited = '88/SNV'`,
  )
  expect(rows.rows).toEqual([{ name: 'ban-hai.pdf' }])
})

it('a file that goes in no register is discarded after a question, and taken back', async () => {
  const page = await anotherPage()
  await page.goto(`${url}/van-ban/den/moi`)
  await handIn(page, 'thua.pdf')
  await page.getByText('Xem chữ trong tệp').waitFor()
  await page.goto(`${url}/van-ban/den`)
  await page.getByRole('button', { name: 'Bỏ tệp thua.pdf' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp', exact: true }).click()
  await page.getByText('Đã bỏ tệp thua.pdf.').waitFor()
  await page.getByText('Tệp đã bỏ (1)').click()
  await page.getByRole('button', { name: 'Lấy lại' }).click()
  await page.getByRole('link', { name: 'thua.pdf' }).waitFor()
})

type Line = 'held' | 'broken' | 'good'

/** What the site answers of readings is held back, or fails, as over a bad line; all that was held goes the way of the line that comes. */
async function readingsOver(page: Page) {
  let line: Line = 'held'
  const held: Route[] = []
  const pass = (route: Route) => (line === 'good' ? route.continue() : route.abort()).catch(() => {})
  await page.route('**/api/queries/papers.file-reading', route => (line === 'held' ? void held.push(route) : pass(route)))
  return async (next: Line) => {
    line = next
    if (line !== 'held') await Promise.all(held.splice(0).map(pass))
  }
}

const handIn = (page: Page, name: string) =>
  page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(typesetSample('V/v rà soát nhà văn hóa thôn')),
  })

async function fillRegister(page: Page, number: string): Promise<void> {
  await page.getByLabel(/^Ngày đến/).fill(today)
  await page.getByLabel(/^Cơ quan ban hành/).fill('Sở Nội vụ tỉnh Sơn Hà')
  await page.getByLabel(/^Số, ký hiệu/).fill(number)
  await page.getByLabel(/^Ngày văn bản/).fill(today)
  await page.getByLabel(/^Loại văn bản/).selectOption('CV')
  await page.getByLabel(/^Trích yếu/).fill('Rà soát nhà văn hóa thôn')
}

async function issueReview(page: Page, reviewId: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}`)
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}/)
}

async function receive(page: Page): Promise<void> {
  await page.goto(`${url}/van-ban/den`)
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
  await page.getByText('Đã vào sổ, số đến 1.').waitFor()
}

async function isRegistered(page: Page, number: string): Promise<void> {
  await page.goto(`${url}/van-ban/so-di`)
  await page.getByRole('row').filter({ hasText: number }).first().waitFor()
}

/** Without an account, as anybody may: the person, the number of the lead, its seal. */
async function verifyInPublic(signed: Buffer): Promise<void> {
  const page = await (await journey.browser.newContext({ locale: 'vi-VN' })).newPage()
  await page.goto(`${url}/xac-minh`)
  await page.setInputFiles('input[type=file]', { name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: signed })
  await page.getByRole('button', { name: 'Xác minh' }).click()
  expect(await page.getByRole('status').innerText()).toContain('Nguyên vẹn.')
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Chữ ký 1', 'Chữ ký 2', 'Chữ ký 3'])
}
