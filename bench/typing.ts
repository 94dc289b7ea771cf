import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../src/app/demo.ts'
import { launchChromium } from '../test/e2e/chromium.ts'
import { type Row, timeRow } from './table.ts'

const WIDTHS = [1440, 360]
const WORDS = 'Một số lớp mở muộn so với kế hoạch đã thống nhất từ đầu năm.'
/** Somebody who types fast. */
const BETWEEN_MS = 60

/**
 * A long shared text in the browser, on a desk and on a phone: how long until one can write in it, and until a letter that was typed is seen.
 * The first as the first screen is allowed; a letter that takes longer than a tenth of a second is felt as a text that lags behind.
 */
export async function typingRows(url: string, reviewId: string, pages: number): Promise<Row[]> {
  const browser = await launchChromium()
  try {
    const rows: Row[] = []
    for (const width of WIDTHS) {
      const { opened, strokes } = await typed(browser, `${url}/bao-cao/${reviewId}/soan`, width)
      rows.push(
        timeRow(`${pages} pages open to be written, ${width} points wide`, [opened], { by: 'median', ms: 3000 }),
        timeRow(`a letter typed into ${pages} pages is seen, ${width} points wide`, strokes, { by: 'median', ms: 100 }),
      )
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function typed(browser: Browser, address: string, width: number): Promise<{ opened: number; strokes: number[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })
  const data = { username: 'lan', password: DEMO_PASSWORD }
  await context.request.post(new URL('/api/sign-in', address).href, { headers: { 'x-phoihop': '1' }, data })
  const page = await context.newPage()
  const begin = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.ProseMirror[contenteditable=true] > p').first().waitFor({ timeout: 60_000 })
  const opened = performance.now() - begin
  await page.getByText('Đã lưu.').waitFor({ timeout: 60_000 })
  await page.locator('.ProseMirror > p').first().click()
  const strokes = await strokesOf(page)
  await context.close()
  return { opened, strokes }
}

/** Milliseconds from each key to the picture that shows its letter. */
async function strokesOf(page: Page): Promise<number[]> {
  const times = await page.evaluateHandle(() => {
    const found: number[] = []
    const note = () => {
      const begin = performance.now()
      requestAnimationFrame(() => setTimeout(() => found.push(performance.now() - begin)))
    }
    document.querySelector('.ProseMirror')!.addEventListener('keydown', note, true)
    return found
  })
  await page.keyboard.type(WORDS, { delay: BETWEEN_MS })
  await page.waitForTimeout(1000)
  return times.jsonValue()
}
