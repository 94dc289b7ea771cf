import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { printDate, vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url, send, who } = journey
const today = vietnamDate(new Date())
const year = yearOf(today)

it('a meeting is concluded together and carried into the plan, the programme is read by the staff, and a letter is signed by both', async () => {
  const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const duty = { path: 'II/1', text: 'Mở lớp bồi dưỡng', schedules: [yearly] }
  const { id } = await insertProgramme(journey, [duty], { from: year, to: year + 4 })
  await send(who('lan'), 'plans.draft-plan', { planId: newId(), programmeId: id, year })
  const [lan, minh, hoa] = [await enter('lan'), await enter('minh'), await enter('hoa')]
  await meet(lan, id)
  await layBefore(lan)
  const meeting = lan.url()
  await propose(minh, meeting)
  await agree(hoa, meeting)
  await takeIntoPlan(lan, meeting)
  await read({ leader: minh, reader: lan }, id)
  await signTogether({ minh, hoa }, id)
  expect(complaints).toEqual([])
})

it('a movement is registered with its figures, comes to a result in the year, and is told in the review', async () => {
  const duty = { path: 'II/1', text: 'Vận động vệ sinh thôn, bản' }
  const { id } = await insertProgramme(journey, [duty], { from: year, to: year + 1 })
  const [lan, minh] = [await enter('lan'), await enter('minh')]
  await register(lan, duty.text)
  await writeYear(lan, 'Ghi đăng ký năm', '40')
  await writeYear(lan, 'Ghi kết quả năm', '35')
  await minh.goto(lan.url())
  await twice(minh, /^Chia sẻ$/)
  await minh.getByRole('button', { name: 'Thôi chia sẻ' }).waitFor()
  await review(lan, id)
  await lan.getByText('Phong trào thi đua “Thôn, bản xanh, sạch, đẹp”', { exact: false }).first().waitFor()
  await lan.getByRole('button', { name: /^35/ }).first().waitFor()
  expect(complaints).toEqual([])
})

async function register(page: Page, duty: string): Promise<void> {
  await page.goto(`${url}/hoat-dong/phong-trao/moi?loai=emulation`)
  await page.getByLabel(/^Tên/).fill('Thôn, bản xanh, sạch, đẹp')
  await page.getByLabel(/^Nội dung$|^Nội dung \(/).fill('Giữ vệ sinh đường thôn')
  await page.getByLabel(/^Ngày bắt đầu/).fill(printDate(`${year}-01-01`))
  await page.getByRole('button', { name: 'Thêm nội dung tính số' }).click()
  await page.getByLabel(/^Nội dung 1/).fill('Hộ đạt')
  await page.getByLabel(/^Đơn vị tính/).fill('hộ')
  await page.getByLabel(/^Phục vụ nhiệm vụ/).fill(duty)
  await page.getByRole('option', { name: new RegExp(duty) }).click()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(/\/phong-trao\/[0-9a-f-]{36}/)
}

/** What is registered for the year, or what it came to. */
async function writeYear(page: Page, name: string, figure: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel(/^Năm/).selectOption(String(year))
  await page.getByLabel(/^Hộ đạt/).fill(figure)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Thôi', exact: true }).waitFor({ state: 'detached' })
}

/** Of the year that runs, which is offered first. */
async function review(page: Page, programmeId: string): Promise<void> {
  await page.goto(`${url}/bao-cao?programme=${programmeId}`)
  await page.getByRole('button', { name: 'Lập báo cáo' }).click()
  await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}/)
}

async function meet(page: Page, programmeId: string): Promise<void> {
  await page.goto(`${url}/chuong-trinh/${programmeId}/cuoc-hop`)
  await page.getByLabel(/^Địa điểm/).fill('Trụ sở Sở')
  await page.getByLabel(/^Nội dung họp/).fill('Kiểm điểm quý')
  await page.getByRole('button', { name: 'Thêm kết luận' }).click()
  await page.getByLabel(/^Nội dung kết luận/).fill('Mặt trận in tài liệu hai thứ tiếng')
  await page.getByLabel(/^Thực hiện điều khoản/).selectOption('II/1')
  await page.getByRole('button', { name: 'Lưu bản ghi' }).click()
  await page.waitForURL(/\/cuoc-hop\/[0-9a-f-]{36}/)
}

async function layBefore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trình duyệt', exact: true }).click()
  await page.getByText('đã trình ngày', { exact: false }).waitFor()
}

async function propose(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByText('đã trình ngày', { exact: false }).waitFor()
  await page.getByRole('button', { name: /^Gửi .* thống nhất$/ }).click()
  await page.getByText('Dưới đây đúng là biên bản sẽ gửi', { exact: false }).waitFor()
  await page.getByRole('button', { name: /^Gửi .* thống nhất$/ }).click()
  await page.getByText('Đề xuất', { exact: true }).waitFor()
}

async function agree(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Thống nhất biên bản' }).click()
  await page.getByText('Thống nhất đúng nội dung dưới đây', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Thống nhất biên bản' }).click()
  await page.getByText('Đã thống nhất', { exact: true }).waitFor()
}

async function takeIntoPlan(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Đã đưa vào kế hoạch' }).click()
  await page.getByText('Mặt trận in tài liệu hai thứ tiếng').first().waitFor()
}

/** The staff confirms with one button; the leader alone sees how many have. */
async function read({ leader, reader }: { leader: Page; reader: Page }, programmeId: string): Promise<void> {
  await leader.goto(`${url}/quan-triet/moi?chuong-trinh=${programmeId}`)
  await leader.getByRole('button', { name: 'Gửi để đọc' }).click()
  await leader.waitForURL(/\/quan-triet\/[0-9a-f-]{36}/)
  await reader.goto(leader.url())
  await reader.getByRole('button', { name: 'Tôi đã đọc' }).click()
  await reader.getByText('Bạn đã xác nhận ngày', { exact: false }).waitFor()
  expect(await reader.getByText('Tình hình đọc').count()).toBe(0)
  await leader.reload()
  await leader.getByRole('heading', { name: 'Tình hình đọc' }).waitFor()
  await leader
    .getByText(/^1\/\d+ người$/)
    .first()
    .waitFor()
}

async function signTogether({ minh, hoa }: { minh: Page; hoa: Page }, programmeId: string): Promise<void> {
  await minh.goto(`${url}/trao-doi/de-nghi/moi?chuong-trinh=${programmeId}`)
  await minh.getByLabel(/^Cơ quan được đề nghị/).fill('Sở Nông nghiệp')
  await minh.getByLabel(/^Nội dung đề nghị/).fill('Đề nghị hỗ trợ giống cây')
  await minh.getByRole('checkbox').first().check()
  await minh.getByRole('button', { name: 'Lưu đề nghị' }).click()
  await minh.waitForURL(/\/de-nghi\/[0-9a-f-]{36}/)
  await twice(minh, /^Đề nghị .* cùng ký$/)
  await minh.getByText('Đề xuất', { exact: true }).waitFor()
  const address = minh.url().split('?')[0]!
  await hoa.goto(address)
  await twice(hoa, /^Thống nhất cùng ký$/)
  await hoa.getByText('Đã thống nhất', { exact: true }).waitFor()
  await minh.goto(address)
  await minh.getByRole('button', { name: 'Ghi đã gửi' }).click()
  await fillDialog(minh, 'Ghi đã gửi', '45/MTTQ-BTT')
  await minh.getByRole('button', { name: 'Ghi trả lời' }).click()
  await fillDialog(minh, 'Lưu trả lời', '88/SNN')
  await minh.getByText('Đã trả lời', { exact: true }).waitFor()
  await minh.getByRole('button', { name: 'Hoàn tác' }).click()
  await minh.getByText('Đã gửi', { exact: true }).waitFor()
}

/** The button that opens what leaves, then the same one that sends it. */
async function twice(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Quay lại', exact: true }).waitFor()
  await page.getByRole('button', { name }).click()
}

async function fillDialog(page: Page, submit: string, number: string): Promise<void> {
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Số, ký hiệu văn bản/).fill(number)
  await form.getByRole('button', { name: submit }).click()
  await form.waitFor({ state: 'detached' })
}
