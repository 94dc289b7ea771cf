import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { samplesDir } from '../../src/app/samples.ts'
import { shared } from '../shared.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints } = journey

type Story = { name: string; text: () => string; year: number; partner: string; item: RegExp; date: string }

/** The sample under another number, so that every run is a document not yet known. */
const sample = () => readFileSync(join(samplesDir, 'chuong-trinh.txt'), 'utf8').replace('07/CTrPH', '08/CTrPH')
const stories: Story[] = [
  { name: 'the sample programme', text: sample, year: 2026, partner: '', item: /tập huấn|bồi dưỡng/i, date: '12/03/2026' },
]
const konTum: Story = {
  name: 'the Kon Tum programme',
  text: () => readFileSync(join(shared ?? '', 'programmes/kontum-2021-2025.txt'), 'utf8'),
  year: 2025,
  partner: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà',
  item: /Ủy ban MTTQ Việt Nam tổ chức bồi dưỡng/,
  date: '12/03/2025',
}

describe('the thread, from a signed text to a frozen review', () => {
  it.each(stories)('is walked with $name', story => walk(story))
  it.skipIf(!shared)('is walked with the Kon Tum programme', () => walk(konTum))
})

async function walk(story: Story): Promise<void> {
  const lan = await enter('lan')
  await importText(lan, story)
  await planTheYear(lan, story)
  const minh = await enter('minh')
  const hoa = await enter('hoa')
  await sharePlan(minh, lan.url())
  for (const leader of [minh, hoa]) await agreePlan(leader, lan.url())
  await lan.reload()
  await lan.getByText('Nội dung chỉ đổi khi mọi bên đồng ý', { exact: false }).waitFor()
  await record(lan, story)
  await review(lan, story)
  const address = lan.url()
  await leading(minh, address, 'Đề nghị thống nhất')
  for (const leader of [minh, hoa]) await leading(leader, address, 'Chốt số liệu')
  await lan.goto(address)
  await lan.getByText('Nội dung và số liệu dưới đây không đổi nữa', { exact: false }).waitFor()
  await download(lan, address)
  expect(complaints).toEqual([])
}

async function importText(page: Page, story: Story): Promise<void> {
  await page.goto(`${journey.url}/chuong-trinh/nhap`)
  const file = { name: 'chuong-trinh-da-ky.txt', mimeType: 'text/plain', buffer: Buffer.from(story.text()) }
  await page.setInputFiles('input[type=file]', file)
  const asks = page.getByRole('region', { name: 'Rà soát bản đọc' })
  await asks.getByText(/^Câu 1 trên/).waitFor()
  await fillWhatIsNotPrinted(page, story)
  // What is still asked has a proposal; Enter takes it. Leaving and coming back loses nothing.
  await page.reload()
  await page.getByRole('button', { name: 'Đưa vào sử dụng' }).waitFor()
  for (let left = 40; left > 0 && (await asks.getByText(/^Câu \d+ trên/).count()) > 0; left--) {
    const question = await asks.innerText()
    await page.keyboard.press('Enter')
    await page
      .waitForFunction(
        ([name, before]) => document.querySelector(`[aria-label="${name}"]`)?.textContent !== before,
        ['Rà soát bản đọc', question],
        { timeout: 5000 },
      )
      .catch(() => undefined)
  }
  await page.getByRole('button', { name: 'Đưa vào sử dụng' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đưa chương trình vào sử dụng' }).waitFor()
  await page.getByRole('button', { name: 'Đưa vào sử dụng' }).click()
  await page.waitForURL(/\/chuong-trinh\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function fillWhatIsNotPrinted(page: Page, story: Story): Promise<void> {
  const day = `01/02/${story.year - 1}`
  for (const label of [/^Ngày ban hành/, /^Có hiệu lực từ ngày/]) {
    // The question above may offer the same field; the last one is that of the reading.
    const field = page.getByRole('textbox', { name: label }).last()
    if ((await field.inputValue()) === '') await field.fill(day)
    await field.press('Tab')
  }
  if (story.partner)
    await page
      .getByRole('combobox', { name: /^Cơ quan “Ban Dân tộc tỉnh”/ })
      .last()
      .selectOption({ label: story.partner })
  await page.getByText(/^Đã lưu/).waitFor()
}

async function planTheYear(page: Page, story: Story): Promise<void> {
  await page.goto(`${journey.url}/ke-hoach`)
  await page
    .getByRole('button', { name: `Lập dự thảo năm ${story.year}` })
    .last()
    .click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/)
  await page.getByText('Chưa định thời gian').first().waitFor()
}

async function sharePlan(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Gửi bên kia' }).click()
  await page.getByRole('button', { name: /^Gửi kế hoạch năm/ }).click()
  await page.getByText('Đã gửi', { exact: true }).waitFor()
}

async function agreePlan(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Thống nhất' }).first().click()
  await page
    .getByRole('button', { name: /Thống nhất/ })
    .last()
    .click()
  await page
    .getByText(/đã thống nhất/)
    .first()
    .waitFor()
}

async function record(page: Page, story: Story): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: story.item }).first()
  await row
    .getByRole('link', { name: /Ghi nhận hoạt động/ })
    .or(row.getByRole('button', { name: /Ghi nhận hoạt động/ }))
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Ghi nhận hoạt động' }).waitFor()
  await page.getByLabel(/^Loại hoạt động/).selectOption({ label: 'Tập huấn, bồi dưỡng' })
  await page.getByLabel(/^Tên hoạt động/).fill('Tập huấn kỹ năng vận động quần chúng')
  await page.getByRole('textbox', { name: /^Ngày/ }).fill(story.date)
  await page.getByLabel(/^Nơi/).fill('Xã Khe Lùng')
  await page.getByLabel('Số đã làm').fill('2')
  await page.getByLabel('Số người, nơi được đến').fill('117')
  await page.setInputFiles('input[type=file]', {
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 biên bản'),
  })
  await page.getByText('bien-ban.pdf').waitFor()
  await page.getByRole('button', { name: 'Ghi nhận hoạt động' }).click()
  await page.waitForURL(/\/hoat-dong\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: 'Tập huấn kỹ năng vận động quần chúng' }).waitFor()
}

async function review(page: Page, story: Story): Promise<void> {
  await page.goto(`${journey.url}/bao-cao`)
  await page
    .getByLabel('Kỳ báo cáo')
    .last()
    .selectOption({ label: `6 tháng đầu năm ${story.year}` })
  await page.getByRole('button', { name: 'Lập báo cáo' }).last().click()
  await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}/)
  await openFigure(page)
  for (const [section, text] of [
    ['Tồn tại, hạn chế', 'Một số xã chưa có hoạt động.'],
    ['Nguyên nhân khách quan', 'Mưa lũ kéo dài.'],
  ] as const) {
    await page.getByLabel(new RegExp(`^${section}`)).fill(text)
    await page.getByLabel(new RegExp(`^${section}`)).press('Control+Enter')
    await page.getByText(`Đã lưu phần “${section}”.`).waitFor()
  }
}

/** The figure of the class opens the very activity behind it. */
async function openFigure(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^117.*xem số này tính từ đâu/ })
    .first()
    .click()
  const link = page.getByRole('link', { name: /Tập huấn kỹ năng vận động quần chúng/ }).first()
  await link.click()
  await page.getByRole('heading', { level: 1, name: 'Tập huấn kỹ năng vận động quần chúng' }).waitFor()
  await page.getByText('117 lượt', { exact: false }).first().waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function leading(page: Page, address: string, step: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: step }).first().click()
  await page.getByRole('button', { name: step }).last().click()
  await gone(page, step)
}

async function download(page: Page, address: string): Promise<void> {
  const id = address.split('/').at(-1)!.split(/[?#]/)[0]
  const pdf = await page.request.get(`${journey.url}/api/exports/review/${id}.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await page.request.get(`${journey.url}/api/exports/review/${id}.docx`)
  expect((await docx.body()).subarray(0, 2).toString()).toBe('PK')
}

/** A step that was taken is not offered again. */
const gone = (page: Page, step: string) => page.getByRole('button', { name: step }).first().waitFor({ state: 'detached' })
