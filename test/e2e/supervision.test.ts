import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { layPlaces } from '../harness/places.ts'
import { constructionInput } from '../harness/supervision.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, send, who } = journey
const today = vietnamDate(new Date())

describe('a supervision by a community board', () => {
  it('goes from its plan to what was repaired, seen again and closed', async () => {
    const { villageId } = await layPlaces(journey)
    await send(who('lan'), 'supervision.register-construction', constructionInput(villageId))
    const lan = await enter('lan')
    await plan(lan)
    await step(lan, 'Ghi đã gửi kế hoạch', { paper: '03/KH-BGSĐTCĐ' })
    await step(lan, 'Ghi một lần đến xem', { said: 'Đi xem toàn tuyến' })
    await tick(lan)
    await find(lan, 'Chưa làm rãnh thoát nước', 'Làm rãnh thoát nước đúng thiết kế')
    await find(lan, 'Chưa có biển báo', 'Đặt biển báo công trình')
    await step(lan, 'Kết thúc đợt xem xét')
    await step(lan, 'Lập kiến nghị')
    await step(lan, 'Ghi MTTQ xã đã xác nhận')
    await step(lan, 'Ghi đã gửi kiến nghị', { paper: '05/BGSĐTCĐ' })
    await step(lan, 'Ghi trả lời', { paper: '40/UBND', said: 'Sẽ làm rãnh' })
    await step(lan, 'Ghi kết quả khắc phục', { choice: 'Đã khắc phục', said: 'Đã làm rãnh', without: /^3\. Đặt biển báo/ })
    await step(lan, 'Xem lại tại chỗ', { choice: 'Đúng như đã nêu' })
    expect(await lan.getByRole('button', { name: 'Kết thúc giám sát' }).count()).toBe(0)
    await step(lan, 'Ghi kết quả khắc phục', { choice: 'Đã giải trình, không phải khắc phục', said: 'Đường nội thôn' })
    await step(lan, 'Xem lại tại chỗ', { choice: 'Đúng như đã nêu' })
    await step(lan, 'Kết thúc giám sát')
    await lan.getByText('Đã kết thúc', { exact: true }).first().waitFor()
    await openFigure(lan, '3 phát hiện')
    const paper = await lan.request.get(`${journey.url}/api/exports/supervision-register/${today.slice(0, 4)}.pdf`)
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect(complaints).toEqual([])
  })
})

describe('a supervision of a project of the target programme', () => {
  it('is chosen from the catalogue of its year, and opens the page of the project', async () => {
    const lan = await enter('lan')
    await lan.goto(`${journey.url}/giam-sat/moi`)
    await lan.getByLabel(/^Hình thức/).selectOption({ label: 'Nghiên cứu, xem xét văn bản' })
    await lan.getByLabel(/^Loại đối tượng/).selectOption({ label: 'Dự án của chương trình mục tiêu quốc gia' })
    await lan.getByLabel(/^Thuộc chương trình mục tiêu quốc gia/).fill('can huyet')
    await lan
      .getByRole('option', { name: /hôn nhân cận huyết/ })
      .first()
      .click()
    await lan.getByLabel(/^Tên cuộc giám sát/).fill('Giám sát giảm thiểu tảo hôn')
    await lan.getByLabel(/^Mục đích, nội dung/).fill('Việc tuyên truyền tại các xã')
    await lan.getByLabel(/^Ngày bắt đầu/).fill(printDate(today))
    await lan.getByLabel(/^Ngày kết thúc/).fill(printDate(addDays(today, 10)))
    await lan.getByRole('button', { name: 'Lập cuộc giám sát' }).click()
    await lan.waitForURL(/\/giam-sat\/[0-9a-f-]{36}$/)
    await lan.getByRole('link', { name: /hôn nhân cận huyết/ }).click()
    await lan.getByRole('link', { name: 'Giám sát giảm thiểu tảo hôn' }).waitFor()
    expect(complaints).toEqual([])
  })
})

async function plan(page: Page): Promise<void> {
  await page.goto(`${journey.url}/giam-sat/moi`)
  await page.getByLabel(/^Công trình/).fill('na loc')
  await page.getByRole('option', { name: /Nà Lốc/ }).click()
  await page.getByLabel(/^Tên cuộc giám sát/).fill('Giám sát đường liên thôn')
  await page.getByLabel(/^Mục đích, nội dung/).fill('Tiến độ, chất lượng')
  await page.getByLabel(/^Ngày bắt đầu/).fill(printDate(today))
  await page.getByLabel(/^Ngày kết thúc/).fill(printDate(addDays(today, 10)))
  for (const seat of ['Ủy ban MTTQ xã', 'Ban Thanh tra nhân dân']) await page.getByLabel(new RegExp(`^${seat}`)).fill('1')
  await page.getByLabel(/^Đại diện người dân/).fill('3')
  await page.getByLabel(/^Không thành viên nào/).check()
  await page.getByRole('button', { name: 'Lập cuộc giám sát' }).click()
  await page.waitForURL(/\/giam-sat\/[0-9a-f-]{36}$/)
}

/** `without`: a finding of which it does not tell. */
type Said = { paper?: string; said?: string; choice?: string; without?: RegExp }

/** Opens the form of the next step, says what it asks, and takes it. */
async function step(page: Page, name: string, { paper, said, choice, without }: Said = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  if (paper) await page.getByLabel(/^Số, ký hiệu văn bản/).fill(paper)
  if (without) await page.getByLabel(without).uncheck()
  if (choice) await page.getByLabel(choice, { exact: true }).check()
  if (said) await page.getByRole('textbox', { name: /^Nội dung/ }).fill(said)
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Thôi', exact: true }).waitFor({ state: 'detached' })
}

/** A line of the checklist that is not in order becomes a finding that asks for nothing. */
async function tick(page: Page): Promise<void> {
  const line = page.getByRole('group', { name: /^Tiến độ thực hiện/ })
  await line.getByLabel('Chưa đúng').check()
  await page.getByLabel(/^Nhận xét/).fill('Chậm hai tháng')
  await page.getByRole('button', { name: 'Lưu nội dung đã xem xét' }).click()
  await page.getByRole('button', { name: 'Ghi thành phát hiện: Tiến độ thực hiện' }).click()
  await page.getByText('Tiến độ thực hiện: Chậm hai tháng').waitFor()
}

async function find(page: Page, seen: string, asks: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi phát hiện' }).click()
  await page.getByLabel(/^Điều đã thấy/).fill(seen)
  await page.getByLabel(/^Kiến nghị/).fill(asks)
  await page.getByRole('button', { name: 'Ghi phát hiện' }).click()
  await page.getByRole('button', { name: 'Thôi', exact: true }).waitFor({ state: 'detached' })
}

/** A figure of the report on the year opens the supervisions behind it, and each of them its page. */
async function openFigure(page: Page, figure: string): Promise<void> {
  await page.goto(`${journey.url}/giam-sat/bao-cao`)
  await page
    .getByRole('button', { name: `${figure}: xem hồ sơ đứng sau số này` })
    .last()
    .click()
  await page
    .getByRole('complementary', { name: /Hồ sơ đứng sau số liệu năm/ })
    .getByRole('link', { name: 'Giám sát đường liên thôn' })
    .click()
  await page.waitForURL(/\/giam-sat\/[0-9a-f-]{36}$/)
}
