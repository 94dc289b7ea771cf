import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openJourney, PHONE } from './journey.ts'

const journey = await openJourney()
const { enter, complaints } = journey
const year = yearOf(vietnamDate(new Date()))
const term = { from: year, to: year + 4 }
const quarterly = { kind: 'every' as const, count: 1, unit: 'quarter' as const }

describe('a plan between two owners, each in a window of its own', () => {
  it('goes from one side’s draft through a counter-proposal to one content that both have agreed to', async () => {
    const meetings = { path: 'II/1', text: 'Tổ chức hội nghị tiếp xúc đồng bào vùng cao', schedules: [quarterly] }
    const leaflets = { path: 'II/2', text: 'Biên soạn tài liệu song ngữ', schedules: [{ kind: 'continuous' as const }] }
    await insertProgramme(journey, [meetings, leaflets], term)
    const [minh, hoa] = [await enter('minh'), await enter('hoa')]
    const address = await draft(minh)
    await hoa.goto(address)
    await hoa.getByText('Không tìm thấy', { exact: false }).first().waitFor()
    complaints.length = 0
    await share(minh)
    await hoa.reload()
    await hoa.getByText('Đã gửi', { exact: true }).waitFor()
    await proposeTitle(hoa, 'Tổ chức hai hội nghị tiếp xúc tại cụm xã vùng cao')
    await minh.reload()
    await minh.getByRole('heading', { level: 1 }).waitFor()
    expect(await minh.getByText('Tổ chức hai hội nghị').count()).toBe(0)
    await sendProposals(hoa)
    await counter(minh, 'Tổ chức một hội nghị tiếp xúc tại cụm xã vùng cao')
    await accept(hoa)
    await differs(minh)
    for (const leader of [minh, hoa]) await agree(leader, address)
    const [ours, theirs] = [await digestOn(minh, address), await digestOn(hoa, address)]
    expect(ours).toMatch(/^[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}$/)
    expect(theirs).toBe(ours)
    expect(complaints).toEqual([])
  })

  it('waits inside a side for the leader’s word, on a telephone too', async () => {
    await insertProgramme(journey, [{ path: 'II/1', text: 'Khảo sát đời sống đồng bào', schedules: [quarterly] }], term)
    const lan = await enter('lan', PHONE)
    await draft(lan)
    expect(await lan.getByRole('button', { name: 'Gửi bên kia' }).count()).toBe(0)
    await lan.getByRole('button', { name: 'Trình duyệt', exact: true }).click()
    await lan.getByRole('button', { name: 'Trình duyệt', exact: true }).waitFor({ state: 'detached' })
    const minh = await enter('minh')
    await minh.getByText(`Duyệt kế hoạch ${year}`, { exact: false }).first().waitFor()
    await minh.goto(lan.url())
    await minh.getByRole('button', { name: 'Trả lại kèm ý kiến chỉ đạo' }).click()
    await minh
      .getByRole('dialog')
      .getByLabel(/^Ý kiến chỉ đạo/)
      .fill('Nêu rõ địa bàn khảo sát')
    await minh.getByRole('dialog').getByRole('button', { name: 'Trả lại kèm ý kiến chỉ đạo' }).click()
    await lan.reload()
    await lan.getByText('Nêu rõ địa bàn khảo sát').waitFor()
    const wide = await lan.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  })
})

/** The plan of the year, drafted from the newest programme. Returns its address. */
async function draft(page: Page): Promise<string> {
  await page.goto(`${journey.url}/ke-hoach`)
  await page
    .getByRole('button', { name: `Lập dự thảo năm ${year}` })
    .first()
    .click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/)
  await page.getByText('Nội bộ', { exact: true }).waitFor()
  return page.url()
}

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi bên kia' }).click()
  await page.getByRole('button', { name: `Gửi kế hoạch năm ${year}` }).click()
  await page.getByText('Đã gửi', { exact: true }).waitFor()
}

/** Writes a change of the first item down; it carries the lock until it is sent. */
async function proposeTitle(page: Page, title: string): Promise<void> {
  await page.getByText('Đề nghị điều chỉnh mục 1', { exact: true }).click()
  await page.getByRole('button', { name: 'Đề nghị sửa: mục 1', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Nội dung công việc/).fill(title)
  await form.getByLabel(/^Lý do đề nghị/).fill('Kinh phí năm nay có hạn')
  await form.getByRole('button', { name: 'Lưu đề nghị' }).click()
  await page.getByText('Nội bộ, chưa gửi').waitFor()
}

async function sendProposals(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi 1 đề nghị' }).click()
  await page.getByText('Chỉ những đề nghị dưới đây được gửi', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Gửi 1 đề nghị' }).click()
  await page.getByText('chưa được trả lời', { exact: false }).waitFor()
}

async function counter(page: Page, title: string): Promise<void> {
  await page.reload()
  await page.getByText('chờ bạn trả lời', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Đề nghị khác' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Nội dung công việc/).fill(title)
  await form.getByLabel(/^Lý do đề nghị/).fill('Một hội nghị lớn đông người dự hơn')
  await form.getByRole('button', { name: 'Gửi đề nghị khác' }).click()
  await form.waitFor({ state: 'detached' })
}

async function accept(page: Page): Promise<void> {
  await page.reload()
  await page.getByText('Một hội nghị lớn đông người dự hơn', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await page.getByText('Dòng này của kế hoạch đã thay đổi', { exact: false }).waitFor()
}

/** What differs from the content that was shared. */
async function differs(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: 'Khác biệt' }).click()
  const view = page.getByRole('region', { name: 'Khác biệt' })
  await view.locator('ins', { hasText: 'Tổ chức một hội nghị tiếp xúc' }).waitFor()
  expect(
    await view
      .getByRole('listitem')
      .filter({ has: page.locator('ul') })
      .count(),
  ).toBe(1)
}

async function agree(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Xem và thống nhất' }).click()
  await page.getByRole('button', { name: `Thống nhất kế hoạch năm ${year}` }).click()
  await page.getByRole('button', { name: 'Xem và thống nhất' }).waitFor({ state: 'detached' })
}

/** The digest as it stands under the fixed plan. */
async function digestOn(page: Page, address: string): Promise<string> {
  await page.goto(address)
  await page.getByText('Đã thống nhất', { exact: true }).first().waitFor()
  return page.locator('.digest').last().innerText()
}
