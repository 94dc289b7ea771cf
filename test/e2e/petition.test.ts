import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { layPlaces } from '../harness/places.ts'
import { openJourney, PHONE } from './journey.ts'

const journey = await openJourney()
const { enter, complaints } = journey
const today = vietnamDate(new Date())
const NAME = 'Giàng Thị Giấu Kín'

describe('a petition from a village meeting', () => {
  it('goes through forwarding, silence, a second letter, an answer and “not settled” to settled', async () => {
    await layPlaces(journey)
    const lan = await enter('lan', PHONE)
    await record(lan)
    expect(await lan.evaluate(() => JSON.stringify(localStorage))).not.toContain('Giấu Kín')
    const address = lan.url()
    await forward(lan)
    const minh = await enter('minh')
    await urge(minh, address)
    await lan.goto(address)
    await answer(lan, '88/SXD-HT')
    await check(lan, 'Chưa giải quyết dứt điểm')
    await urge(minh, address)
    await lan.goto(address)
    await answer(lan, '120/SXD-HT')
    await check(lan, 'Đã giải quyết')
    await lan.getByText('Đã kết thúc.').waitFor()
    expect(await lan.getByText('Đã xác nhận tại cơ sở', { exact: true }).count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })
})

async function record(page: Page): Promise<void> {
  await page.goto(`${journey.url}/kien-nghi/moi`)
  await page.getByLabel(/^Nội dung tóm tắt/).fill('Đường liên thôn sạt lở, xe không đi được')
  await page.getByLabel(/^Nơi/).first().fill('na loc')
  await page.getByRole('option', { name: /Nà Lốc/ }).click()
  await page.getByLabel(/^Lĩnh vực/).selectOption({ label: 'Giao thông, đường sá' })
  await page.getByLabel(/^Nguồn/).selectOption({ label: 'Họp thôn' })
  await page.getByLabel(/^Ngày tiếp nhận/).fill(printDate(addDays(today, -40)))
  await page.getByLabel(/^Nội dung kiến nghị/).fill('Ta luy sạt từ mùa mưa trước, học sinh phải đi bộ.')
  await page.getByLabel(/^Người nêu kiến nghị/).fill(NAME)
  // Drafts are written after a pause in typing.
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Giấu Kín')
  await page.getByRole('button', { name: 'Ghi nhận kiến nghị' }).click()
  await page.waitForURL(/\/kien-nghi\/[0-9a-f-]{36}$/)
  await page.getByText('Có ghi tên người nêu', { exact: false }).waitFor()
}

/** The letter went out weeks ago; its term has passed without a word. */
async function forward(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chuyển cơ quan có thẩm quyền' }).click()
  await page.getByLabel(/^Nơi nhận/).fill('Sở Xây dựng tỉnh Sơn Hà')
  await page.getByLabel(/^Số văn bản/).fill('15/MTTQ-BTT')
  for (const label of [/^Ngày văn bản/, /^Ngày(?! văn bản)/]) await page.getByLabel(label).fill(printDate(addDays(today, -30)))
  await page.getByLabel(/^Hạn trả lời/).fill(printDate(addDays(today, -10)))
  await page.getByRole('button', { name: 'Chuyển cơ quan có thẩm quyền' }).click()
  await page.getByText('Đã chuyển', { exact: true }).first().waitFor()
}

/** The leader finds the letter among the own work and lets it go with one button. */
async function urge(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/don-doc`)
  await page.getByText('15/MTTQ-BTT', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Gửi đôn đốc Sở Xây dựng tỉnh Sơn Hà' }).click()
  await page.getByText('Đã đôn đốc', { exact: true }).first().waitFor()
}

async function answer(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi văn bản trả lời' }).click()
  await page.getByLabel(/^Số văn bản/).fill(number)
  await page.getByLabel(/^Tóm tắt nội dung trả lời/).fill('Đã bố trí sửa chữa')
  await page.getByRole('button', { name: 'Ghi văn bản trả lời' }).click()
  await page.getByRole('button', { name: 'Kiểm tra lại với Nhân dân' }).waitFor()
}

async function check(page: Page, said: string): Promise<void> {
  await page.getByRole('button', { name: 'Kiểm tra lại với Nhân dân' }).click()
  await page.getByLabel(said, { exact: true }).check()
  await page.getByRole('button', { name: 'Kiểm tra lại với Nhân dân' }).click()
  await page.getByText(said, { exact: true }).first().waitFor()
}
