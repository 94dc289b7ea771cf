import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url } = journey
const year = yearOf(vietnamDate(new Date()))
const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }

it('an amendment goes from one window to the other until it is signed, and the original stays as it was', async () => {
  const { id } = await insertProgramme(journey, [{ path: 'II/1', text: 'Mở một lớp', schedules: [yearly] }], {
    from: year,
    to: year + 4,
  })
  const before = await originalOf(id)
  const [minh, hoa, clerk] = [await enter('minh'), await enter('hoa'), await enter('vanthu.mttq')]
  await minh.goto(`${url}/chuong-trinh/${id}/dieu-chinh`)
  await minh.getByRole('link', { name: 'Soạn đề xuất điều chỉnh' }).first().click()
  await minh.getByLabel(/^Lý do/).fill('Nhu cầu ở xã tăng')
  await minh.getByLabel(/^Mục cần sửa/).selectOption('II/1')
  await minh.getByRole('button', { name: 'Sửa mục này' }).click()
  await minh.getByLabel(/^Nội dung mới/).fill('Hằng năm mở hai lớp bồi dưỡng')
  await minh.getByText('hằng năm', { exact: false }).first().waitFor()
  await minh.getByRole('button', { name: 'Lưu, chưa gửi' }).click()
  await minh.getByText('Nội bộ').first().waitFor()
  await send(minh)

  await hoa.goto(`${url}/chuong-trinh/${id}/dieu-chinh`)
  await hoa.getByRole('link', { name: 'Sửa đổi Phần II, mục 1' }).click()
  await hoa.getByRole('link', { name: 'Đề nghị điều chỉnh' }).click()
  await hoa.getByLabel(/^Lý do/).fill('Kinh phí đủ cho ba lớp')
  await hoa.getByLabel(/^Nội dung mới/).fill('Hằng năm mở ba lớp bồi dưỡng')
  await hoa.getByRole('button', { name: 'Lưu, chưa gửi' }).click()
  await send(hoa)
  const address = hoa.url().split('?')[0]!

  await minh.goto(address)
  await minh.getByRole('button', { name: 'Xem và thống nhất' }).click()
  await minh.getByRole('button', { name: 'Thống nhất nội dung điều chỉnh' }).click()
  await minh.getByText('Đã thống nhất', { exact: true }).waitFor()

  await clerk.goto(address)
  await clerk.getByLabel(/^Số, ký hiệu/).fill('09/CTrPH-MTTQ-SDTTG')
  await clerk.getByLabel(/^Ngày ký/).fill(`01/11/${year}`)
  const paper = { name: 'da-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 đã ký') }
  await clerk.locator('input[type=file]').setInputFiles(paper)
  await clerk.getByText('Tệp sẽ lưu: da-ky.pdf').waitFor()
  await clerk.getByRole('button', { name: 'Ghi văn bản đã ký' }).click()
  await clerk.getByText('Đã ký', { exact: true }).waitFor()

  const shown = async (day: string) => {
    await hoa.goto(`${url}/chuong-trinh/${id}?ngay=${day}`)
    return hoa.locator('[id="II/1"] .clause-text').innerText()
  }
  expect(await shown(`${year + 1}-01-01`)).toContain('Hằng năm mở ba lớp bồi dưỡng')
  await hoa.getByText('được sửa đổi theo văn bản số 09/CTrPH-MTTQ-SDTTG', { exact: false }).waitFor()
  expect(await shown(`${year}-12-31`)).not.toContain('ba lớp')
  expect(await shown('goc')).not.toContain('ba lớp')
  expect(await originalOf(id)).toEqual(before)
  expect(complaints).toEqual([])
})

/** Shows exactly what leaves, and sends it. */
async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Gửi / }).click()
  await page.getByText('Đúng nội dung dưới đây được gửi', { exact: false }).waitFor()
  await page.getByRole('button', { name: /^Gửi / }).click()
  await page.getByText('Đề xuất', { exact: true }).waitFor()
}

/** Everything of the signed text as it is stored: the hash of its file, its source and its clauses, byte for byte. */
async function originalOf(id: string): Promise<unknown> {
  const { rows } = await journey.engine.database.pool.query(
    `SELECT source_sha256, source_text, (SELECT json_agg(c ORDER BY position) FROM clause c WHERE c.programme_id = p.id AND amendment_id IS NULL)
      AS clauses FROM programme p WHERE id = $1`,
    [id],
  )
  return rows
}
