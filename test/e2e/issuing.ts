import type { Page } from 'playwright-core'
import { packedScan } from '../../src/formats/scan/fixtures/scans.ts'
import { printDate, vietnamDate } from '../../src/kernel/dates.ts'
import type { PERSON } from '../harness/keys.ts'

/** The steps of a joint paper from its page to its dispatch, as clerks and leaders take them. */
export async function checkAndFreeze(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sửa nơi nhận' }).click()
  await page.getByLabel(/^Nơi nhận/).fill('- Ban TG&DV Tỉnh ủy;\n- Lưu: VT.')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Đã kiểm tra thể thức' }).click()
  await page.getByRole('button', { name: 'Chốt tệp để ký' }).click()
  await page.getByText('Đã chốt tệp.').waitFor()
}

export async function withKey(page: Page, address: string, step: 'Ký' | 'Đóng dấu', key: typeof PERSON): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Ký bằng tệp khóa' }).click()
  const file = { name: 'khoa.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(key.keyFile, 'base64') }
  await page.setInputFiles('input[type=file]', file)
  await page.getByLabel(/^Mật khẩu của tệp khóa/).fill(key.password)
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(step === 'Ký' ? 'Đã ký.' : 'Đã đóng dấu.').waitFor()
}

export async function giveNumber(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Cấp số', exact: true }).click()
  await page.getByText('Đã cấp số 01/BC-MTTQ-BTT-SDTTG.').waitFor()
}

/** Takes away what the pane of the scan shows, so that what comes next is seen to be new. */
function wipe(): void {
  const pane = document.querySelectorAll<HTMLCanvasElement>('.two-panes canvas')[1]
  if (pane) pane.width = 0
}

/** Whether the pane of the scan shows dark dots. */
function hasInk(): boolean {
  const pane = document.querySelectorAll<HTMLCanvasElement>('.two-panes canvas')[1]
  if (!pane || pane.width === 0) return false
  const copy = document.createElement('canvas')
  Object.assign(copy, { width: pane.width, height: pane.height })
  const context = copy.getContext('2d', { willReadFrequently: true })!
  context.drawImage(pane, 0, 0)
  const dots = context.getImageData(0, 0, pane.width, pane.height).data
  return dots.some((value, at) => at % 4 === 0 && value < 80 && dots[at + 3] === 255)
}

/** The frozen file itself stands in for the scan: the same pages, signed by hand. */
export async function signInInk(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Lưu bản chụp ký tay (bản giấy)' }).click()
  const link = page.getByRole('link', { name: 'Tải tệp đã chốt để in' })
  const frozen = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)
  const scan = (buffer: Buffer) =>
    page.setInputFiles('input[type=file]', { name: 'ban-giay.pdf', mimeType: 'application/pdf', buffer })
  for (const packing of ['JBIG2', 'JPEG 2000'] as const) {
    await page.evaluate(wipe)
    await scan(Buffer.from(packedScan(packing)))
    await page.waitForFunction(hasInk)
  }
  await scan(await frozen.body())
  await page.getByRole('region', { name: 'Đối chiếu từng trang' }).waitFor()
  await page.getByLabel(/^Số ghi trên bản giấy/).fill('01')
  await page.getByLabel(/^Ngày ghi trên bản giấy/).fill(printDate(vietnamDate(new Date())))
  await page.getByLabel(/^Đã đối chiếu từng trang/).check()
  await page.getByRole('button', { name: 'Lưu bản giấy' }).click()
  await page.getByText('Đã lưu bản giấy.').waitFor()
}

export async function sendToParty(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const part = page.getByRole('region', { name: 'Gửi văn bản' })
  await part.getByRole('button', { name: 'Gửi', exact: true }).click()
  await part.getByText('Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà').first().waitFor()
  await part.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByText('Đã gửi văn bản.').waitFor()
}

export async function signedFile(page: Page, address: string): Promise<Buffer> {
  await page.goto(address)
  const href = await page.getByRole('link', { name: 'Xem tệp PDF' }).getAttribute('href')
  return (await page.request.get(new URL(href!, page.url()).href)).body()
}

/** A record that a frozen report told of is put right afterwards. */
export async function changeReach(page: Page, activityId: string): Promise<void> {
  await page.goto(new URL(`/hoat-dong/moi?sua=${activityId}`, page.url()).href)
  await page.getByLabel(/^Số người, nơi được đến/).fill('9000')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu hoạt động.').waitFor()
}
