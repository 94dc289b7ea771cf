import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { buildWebIfStale } from '../../src/app/build-web.ts'
import { root } from '../../src/app/config.ts'
import { DEMO_PASSWORD } from '../../src/app/demo.ts'
import { buildServer } from '../../src/app/http/server.ts'
import { codeAt } from '../../src/features/agencies/index.ts'
import { openTestSite, type TestSite } from '../harness/site.ts'
import { launchChromium } from './chromium.ts'

export type Journey = TestSite & {
  url: string
  browser: Browser
  /** A window of its own, signed in; whatever the console says wrong is kept in `complaints`. */
  enter: (username: string, size?: { width: number; height: number }, password?: string) => Promise<Page>
  complaints: string[]
}

export const LAPTOP = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** A whole site in front of a real browser; taken down after the test file. */
export async function openJourney(options: { now?: () => Date } = {}): Promise<Journey> {
  await buildWebIfStale()
  const site = await openTestSite(options)
  const server = await buildServer(site.engine, { secure: false, behindProxy: false, tls: null, webDir: join(root, 'dist/web') })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const browser = await launchChromium()
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  const complaints: string[] = []
  const enter = async (username: string, size = LAPTOP, password = DEMO_PASSWORD) => {
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN' })
    await openDoor(context, url, { username, password }, site.engine.now())
    return open(context, url, complaints)
  }
  return { ...site, url, browser, enter, complaints }
}

async function open(context: BrowserContext, url: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(url)
  return page
}

/** The password, and a second factor for those who must have one: it is enrolled on the way. */
async function openDoor(
  context: BrowserContext,
  url: string,
  request: { username: string; password: string },
  now: Date,
): Promise<void> {
  const send = async (data: object) => {
    const answer = await context.request.post(`${url}/api/sign-in`, { headers: { 'x-phoihop': '1' }, data })
    return (await answer.json()) as { ok: boolean; refusal?: { code: string; data: { secret?: string } } }
  }
  let reply = await send(request)
  const enrolSecret = reply.refusal?.data.secret
  if (enrolSecret) reply = await send({ ...request, enrolSecret, code: codeAt(enrolSecret, now) })
  if (!reply.ok) throw new Error(`sign-in of ${request.username}: ${reply.refusal?.code}`)
}
