import type { Browser } from 'playwright-core'
import { DEMO_PASSWORD } from '../src/app/demo.ts'
import { launchChromium } from '../test/e2e/chromium.ts'
import { countScripts } from './script-bytes.ts'
import { type Row, sizeRow, timeRow } from './table.ts'

const ROUNDS = 3
const MOST_KB = 150
/** 1.6 Mbit/s down and up to half of it, 150 ms, and a processor four times slower. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 800_000 / 8 }
const SLOWER = 4

/** From the address typed to the first row of "Việc của tôi" painted, with an empty cache each time. */
export async function firstScreenRows(url: string): Promise<Row[]> {
  const browser = await launchChromium()
  try {
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await firstScreen(browser, url))
    const most = Math.max(...rounds.map(round => round.scriptKb))
    return [
      timeRow(
        'first screen, 1.6 Mbit/s, 150 ms, 4× slower',
        rounds.map(round => round.ms),
        { by: 'median', ms: 3000 },
      ),
      sizeRow('first screen, scripts received', most, 'kB', MOST_KB),
    ]
  } finally {
    await browser.close()
  }
}

async function firstScreen(browser: Browser, url: string): Promise<{ ms: number; scriptKb: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  const data = { username: 'lan', password: DEMO_PASSWORD }
  await context.request.post(`${url}/api/sign-in`, { headers: { 'x-phoihop': '1' }, data })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const scripts = await countScripts(cdp)
  await cdp.send('Network.emulateNetworkConditions', LINE)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'commit' })
  const painted = await page.waitForFunction(paintedAt, undefined, { polling: 'raf', timeout: 60_000 })
  const ms = (await painted.jsonValue()) as number
  const { bytes } = await scripts()
  await context.close()
  return { ms, scriptKb: bytes / 1000 }
}

/** In the page: milliseconds since the address was opened, once the first row stands in the window; false before. */
function paintedAt(): number | false {
  const row = document.querySelector('.work-line')
  const box = row?.getBoundingClientRect()
  return box && box.height > 0 && box.top < innerHeight ? performance.now() : false
}
