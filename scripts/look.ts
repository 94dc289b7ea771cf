// Opens every screen of the sample province in a real browser, keeps a picture of each sight in data/look, runs axe on it and
// listens to the console; ends with 1 where anything is found. Run: npm run look [-- PART OF A SCREEN'S NAME…]
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWebIfStale } from '../src/app/build-web.ts'
import { root } from '../src/app/config.ts'
import { buildServer } from '../src/app/http/server.ts'
import { loadSamples } from '../src/app/seed.ts'
import { openSite } from '../src/app/site.ts'
import { runCommand } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import { launchChromium } from '../test/e2e/chromium.ts'
import { actorOf } from './look-scenes.ts'
import { type Screen, screensOf } from './look-screens.ts'

type Finding = string

/** Zoom to 200 % halves the window. */
const SIGHTS = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
  zoom: { width: 720, height: 450 },
}
type Sight = keyof typeof SIGHTS
const SETTLED_MS = 400
const DRAWN = 'document.querySelector("h1") !== null && document.querySelector(".skeleton") === null'
const DRAWN_WITHIN_MS = 15_000
const DRAWN_EVERY_MS = 100
// Each session is opened with a code of its own.
let codes = 0

const pictures = join(root, 'data/look')
const scratch = await mkdtemp(join(tmpdir(), 'phoihop-look-'))
await mkdir(pictures, { recursive: true })
await buildWebIfStale()
const site = await openSite({ dataDir: scratch, databaseUrl: null })
const server = await buildServer(site.engine, { secure: false, behindProxy: false, tls: null })
try {
  await loadSamples(site.engine)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const screens = chosen(await screensOf(site.engine), process.argv.slice(2))
  const findings = await lookAt(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`, screens)
  console.log(`\n${screens.length} screens in ${pictures}: ${findings.length} findings`)
  for (const finding of findings) console.log(`  ${finding}`)
  if (findings.length > 0) process.exitCode = 1
} finally {
  await server.close()
  await site.stop()
  await rm(scratch, { recursive: true, force: true })
}

function chosen(screens: Screen[], parts: readonly string[]): Screen[] {
  return parts.length === 0 ? screens : screens.filter(screen => parts.some(part => screen.name.includes(part)))
}

async function lookAt(url: string, screens: readonly Screen[]): Promise<Finding[]> {
  const browser = await launchChromium()
  const findings: Finding[] = []
  try {
    for (const sight of ['laptop', 'phone', 'zoom'] as const) {
      const seen = screens.filter(screen => sight !== 'zoom' || screen.printed)
      for (const [user, own] of Map.groupBy(seen, ({ user = 'lan' }) => user)) {
        const context = await enter(browser, url, user, sight)
        for (const screen of own) findings.push(...(await lookOnce(context, url, screen, sight)))
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
  return findings
}

/** A browser of its own for a user, or for nobody where the name is empty. */
async function enter(browser: Browser, url: string, user: string, sight: Sight): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIGHTS[sight],
    locale: 'vi-VN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  if (user)
    await context.addCookies([{ name: 'phoihop', value: await openSession(user), url, httpOnly: true, sameSite: 'Strict' }])
  return context
}

/** A session as the sign-in door opens it, past the second factor that administrators and clerks have. */
async function openSession(username: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { accountId } = await actorOf(site.engine, username)
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const session = { sessionId: newId(), accountId, tokenHash, device: 'look', codeStep: ++codes, enrol: null }
  await runCommand(site.engine, 'system', { commandId: newId(), name: 'agencies.open-session', input: session })
  return token
}

async function lookOnce(context: BrowserContext, url: string, screen: Screen, sight: Sight): Promise<Finding[]> {
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => said.push(`error: ${error.message}`))
  await page.goto(url + screen.path, { waitUntil: 'networkidle' })
  // A slow machine draws late; what never comes is found below.
  await drawn(page)
  await sleep(SETTLED_MS)
  const found = [...(await axeFindings(page)), ...(await tooWide(page)), ...said]
  if (screen.printed && sight === 'laptop')
    await page.pdf({ path: join(pictures, `${screen.name}.pdf`), format: 'A4', preferCSSPageSize: true, printBackground: true })
  await wholePicture(page, join(pictures, `${screen.name}-${sight}.png`))
  await page.close()
  return found.map(one => `${screen.name} (${sight}): ${one}`)
}

/** Waits until the page is drawn. Asked through the debugger: a waiting within the page would be an eval that its policy forbids. */
async function drawn(page: Page): Promise<void> {
  for (let waited = 0; waited < DRAWN_WITHIN_MS && !(await page.evaluate<boolean>(DRAWN)); waited += DRAWN_EVERY_MS)
    await sleep(DRAWN_EVERY_MS)
}

/** Evaluated through the debugger, since the page's policy lets no foreign script in. */
async function axeFindings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })')
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(node => node.target.join(' '))
    return `axe ${id} (${help}) at ${nodes.length}: ${places.join(' | ')}`
  })
}

async function tooWide(page: Page): Promise<Finding[]> {
  const [wide, window] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  return wide > window ? [`the page is ${wide} px wide in a window of ${window} px`] : []
}

/** The window is made as long as the page, so that what is only drawn when it is seen stands in the picture too. */
async function wholePicture(page: Page, path: string): Promise<void> {
  const { width } = page.viewportSize()!
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height })
  await sleep(SETTLED_MS)
  await page.screenshot({ path, fullPage: true })
}
