import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { layThread } from '../harness/thread.ts'
import { openJourney } from './journey.ts'

const journey = await openJourney()
const { enter, complaints, url, send, who } = journey

it('two sides write one report at the same time, lose nothing when a line is cut, and freeze it together', async () => {
  const { reviewId } = await sharedReport()
  const [lan, tuan] = [await enter('lan'), await enter('tuan')]
  await begin(lan, reviewId)
  await tuan.goto(`${url}/bao-cao/${reviewId}/soan`)
  await kept(tuan)
  await write(lan, '2. Tồn tại, hạn chế', 'Một số lớp mở chậm.')
  await tuan.getByText('Một số lớp mở chậm.').waitFor()
  await suggest(tuan, 'Một số lớp mở chậm.', 'Một số lớp mở chậm so với kế hoạch.')
  await accept(lan, 'Một số lớp mở chậm so với kế hoạch.')
  await tuan.context().setOffline(true)
  await write(tuan, 'Nguyên nhân chủ quan:', 'Chưa đôn đốc kịp thời.')
  await write(lan, '1. Ưu điểm', 'Hai bên phối hợp chặt chẽ.')
  await tuan.context().setOffline(false)
  await lan.getByText('Chưa đôn đốc kịp thời.').waitFor()
  await tuan.getByText('Hai bên phối hợp chặt chẽ.').waitFor()
  await kept(tuan)
  for (const leader of ['minh', 'hoa']) await freeze(await enter(leader), reviewId)
  await lan.goto(`${url}/bao-cao/${reviewId}`)
  await lan.getByText('Đã chốt', { exact: true }).waitFor()
  await lan.getByText('Chưa đôn đốc kịp thời.').waitFor()
  expect(complaints.filter(one => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(one))).toEqual([])
}, 120_000)

async function sharedReport() {
  const [reviewId, { programmeId }] = [newId(), await layThread(journey)]
  await send(who('lan'), 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(who('minh'), 'reviews.propose-review', { reviewId, version: 1 })
  return { reviewId, programmeId }
}

async function begin(page: Page, reviewId: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}`)
  await page.getByRole('button', { name: 'Soạn thảo chung' }).click()
  await page.waitForURL(/\/soan$/)
  await kept(page)
}

const kept = (page: Page): Promise<void> => page.getByText('Đã lưu.').waitFor()

/** Types into the first paragraph below a heading. */
async function write(page: Page, heading: string, words: string): Promise<void> {
  const below = page.locator('.ProseMirror > *', { hasText: heading }).locator('xpath=following-sibling::p[1]')
  await below.click()
  await page.keyboard.type(words)
}

/** Chooses the whole line, as with Shift and the arrow, and says how it should read. */
async function suggest(page: Page, line: string, instead: string): Promise<void> {
  await page.locator('.ProseMirror > p', { hasText: line }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click()
  await page.getByLabel(/^Viết lại thành/).fill(instead)
  await page.getByRole('button', { name: 'Gửi đề nghị sửa' }).click()
  await page.locator('mark.remark', { hasText: line }).waitFor()
}

async function accept(page: Page, instead: string): Promise<void> {
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click()
  await page.locator('.ProseMirror > p', { hasText: instead }).waitFor()
}

async function freeze(page: Page, reviewId: string): Promise<void> {
  await page.goto(`${url}/bao-cao/${reviewId}?xem=chot`)
  await page.getByRole('button', { name: 'Chốt số liệu' }).click()
  await page.waitForURL(address => !address.search.includes('xem=chot'))
}
