import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addDays, printDate, vietnamDate } from '../../src/kernel/dates.ts'
import { frozenReview, issueInInk } from '../harness/papers.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url } = journey
const today = vietnamDate(new Date())
const { reviewId, programmeId } = await frozenReview(journey)
const lan = await enter('lan')

const makeDraft = async (page: Page) => {
  await page.getByRole('button', { name: 'Lập dự thảo' }).click()
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  return page.url().slice(-36)
}

it('an invitation to the conference on a report is written, changed, issued and corrected', async () => {
  await lan.goto(`${url}/bao-cao/${reviewId}`)
  await lan.getByRole('link', { name: 'Soạn giấy mời hội nghị' }).click()
  await lan.getByLabel(/^Ngày họp/).fill(printDate(addDays(today, 7)))
  await lan.getByLabel(/^Giờ họp/).fill('8h30')
  await lan.getByLabel(/^Địa điểm/).fill('Hội trường A')
  await lan.getByLabel(/^Thành phần mời/).fill('Thường trực Tỉnh ủy\nCác thành viên Tổ công tác')
  const paperId = await makeDraft(lan)
  await lan.getByRole('link', { name: 'Sửa nội dung' }).click()
  await lan.getByLabel(/^Địa điểm/).fill('Hội trường B')
  await lan.getByRole('button', { name: 'Lưu', exact: true }).click()
  await lan.getByText('Đã lưu.').waitFor()
  const clerk = await enter('vanthu.mttq')
  await clerk.goto(`${url}/van-ban/${paperId}`)
  await clerk.getByRole('button', { name: 'Đã kiểm tra thể thức' }).click()
  await clerk.getByRole('button', { name: 'Chốt tệp để ký' }).click()
  await clerk.getByText('Đã chốt tệp.').waitFor()
  await issueInInk(journey, journey.who('vanthu.mttq'), { paperId, version: 4 }, today)
  await correct(paperId)
  expect(complaints).toEqual([])
})

/** From the page of the paper that was issued. */
async function correct(paperId: string): Promise<void> {
  await lan.goto(`${url}/van-ban/${paperId}`)
  await lan.getByRole('link', { name: 'Đính chính', exact: true }).click()
  await lan.getByLabel(/^Vị trí/).fill('phần Nơi nhận')
  await lan.getByLabel(/^Đã in là/).fill('Lưu VT')
  await lan.getByLabel(/^Sửa lại là/).fill('Lưu: VT')
  await makeDraft(lan)
  await lan.getByText('Công văn: V/v đính chính Giấy mời số 01/GM-MTTQ-BTT').first().waitFor()
  await lan.getByText('Đính chính cho').waitFor()
}

it('a note of agreement is written from the page of the working group for both sides to sign', async () => {
  await lan.goto(`${url}/chuong-trinh/${programmeId}/dau-moi`)
  await lan.getByRole('link', { name: 'Soạn bản ghi nhớ, thỏa thuận' }).click()
  await lan.getByLabel('Bản thỏa thuận').check()
  await lan.getByLabel(/^Trích yếu/).fill('Về việc phối hợp giám sát năm 2026')
  await lan.getByLabel(/^Nội dung thống nhất/).fill('Cùng giám sát 02 công trình.\n- Công trình nước sạch')
  await makeDraft(lan)
  await lan.getByText('Bản thỏa thuận: Về việc phối hợp giám sát năm 2026').first().waitFor()
  await lan.getByText('Sở DT&TG ký').waitFor()
  expect(complaints).toEqual([])
})
