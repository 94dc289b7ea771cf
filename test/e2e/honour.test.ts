import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { layThread } from '../harness/thread.ts'
import { openJourney, PHONE } from './journey.ts'

const journey = await openJourney()
const { enter, complaints } = journey
const today = vietnamDate(new Date())
const NAME = 'Lò Thị Nêu Gương'
const WHY = 'In danh sách cho buổi lễ'

describe('a nomination', () => {
  it('goes from either side through dossier, council and decision to the ceremony', async () => {
    await layThread(journey)
    const [lan, minh, tuan] = [await enter('lan'), await enter('minh'), await enter('tuan', PHONE)]
    const address = await open(lan)
    await minh.goto(address)
    await minh.getByRole('button', { name: 'Để các bên cùng đề nghị' }).click()
    await minh.getByText('Các bên của chương trình cùng đề nghị.', { exact: false }).waitFor()
    await nominate(tuan, address)
    await lan.goto(address)
    await handIn(lan)
    await vote(lan)
    await decide(lan)
    await takeList(lan)
    await award(lan)
    await tuan.goto(address)
    await tuan.getByText('Được khen thưởng', { exact: true }).waitFor()
    expect(await tuan.content()).not.toContain('Nêu Gương')
    expect(complaints).toEqual([])
  })
})

async function open(page: Page): Promise<string> {
  await page.goto(`${journey.url}/thi-dua/moi`)
  await page.getByLabel(/^Dịp, nội dung/).fill('Sơ kết Chương trình phối hợp')
  await page.getByLabel(/^Hình thức/).selectOption({ label: 'Bằng khen của bộ, ban, tỉnh, Ủy ban Trung ương MTTQ Việt Nam' })
  await page.getByLabel(/^Cấp quyết định/).fill('Chủ tịch Ủy ban nhân dân tỉnh Sơn Hà')
  await page.getByLabel(/^Dự kiến ngày trao tặng/).fill(printDate(addDays(today, 30)))
  await page.getByText(`Hạn nộp hồ sơ: ${printDate(addDays(today, 23))}`, { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Mở đợt khen thưởng' }).click()
  await page.waitForURL(/\/thi-dua\/[0-9a-f-]{36}$/)
  return page.url()
}

async function nominate(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Đề nghị khen thưởng' }).click()
  await page.getByLabel(/^Họ và tên/).fill(NAME)
  await page.getByLabel(/^Đơn vị, địa chỉ/).fill('Thôn Nà Lốc')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Nêu Gương')
  await page.getByRole('button', { name: 'Đề nghị khen thưởng' }).click()
  await page.getByText('Cá nhân, dòng 1').waitFor()
}

async function handIn(page: Page): Promise<void> {
  await page.getByText('Thôn Nà Lốc').waitFor()
  await page.getByRole('button', { name: 'Xem họ tên cá nhân' }).click()
  await page.getByLabel(/^Lý do xem/).fill(WHY)
  await page.getByRole('button', { name: 'Xem họ tên cá nhân' }).click()
  await page.getByText(NAME).waitFor()
  await page.getByRole('button', { name: 'Hoàn thiện hồ sơ' }).click()
  await page.getByLabel(/^Số/).fill('7/TTr-MTTQ')
  await page.getByLabel(/^Có đủ tờ trình/).check()
  await page.getByRole('button', { name: 'Hoàn thiện hồ sơ' }).click()
  await page.getByText('Đã hoàn thiện hồ sơ', { exact: true }).waitFor()
}

async function vote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ghi kết quả bình xét' }).click()
  await page.getByLabel(/^Số biên bản/).fill('2/BB-HĐ')
  await page.getByLabel(/^Số thành viên Hội đồng/).fill('10')
  await page.getByLabel(/^Số phiếu đồng ý/).fill('8')
  await page.getByRole('button', { name: 'Ghi kết quả bình xét' }).click()
  await page.getByText('8/10').waitFor()
}

async function decide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByLabel(/^Số /).first().fill('30/QĐ-UBND')
  await page.getByLabel(/^Tiền thưởng/).fill('1.000.000')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByText('Đã có quyết định', { exact: true }).waitFor()
}

async function takeList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lấy bản DOCX' }).click()
  await page.getByLabel(/^Lý do xem/).fill(WHY)
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lấy bản DOCX' }).click()
  expect((await taken).suggestedFilename()).toBe('quyet-dinh-khen-thuong.docx')
}

async function award(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ghi buổi trao tặng' }).click()
  await page.getByLabel(/^Nơi trao tặng/).fill('Hội trường xã Nậm Mây')
  await page.getByRole('button', { name: 'Ghi buổi trao tặng' }).click()
  await page.getByText('Đợt khen thưởng đã kết thúc.').waitFor()
}
