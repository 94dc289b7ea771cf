import { describe, expect, it } from 'vitest'
import { countScripts } from '../../bench/script-bytes.ts'
import { vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { agreePlan, sharePlan } from '../harness/plans.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openJourney } from './journey.ts'

const MOST_SCRIPT_BYTES = 150_000

const journey = await openJourney()
const { send, who, enter, url, complaints } = journey
const lastYear = yearOf(vietnamDate(new Date())) - 1
await layAgreedPlan()
const seen = await openWithEmptyCache()

describe('the first screen, with an empty cache', () => {
  it('shows what is due', () => {
    expect(seen.firstRow).toContain('Tổ chức hội nghị tiếp xúc')
  })

  it('receives at most 150 kB of compressed scripts until the first row stands', () => {
    expect(seen.scripts.files.length).toBeGreaterThan(0)
    expect(seen.scripts.bytes).toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
  })

  it('carries the list in its first answer and does not ask for it again', () => {
    expect(seen.asked).not.toContain('/api/queries/insight.my-work')
  })

  it('says nothing on the console', () => {
    expect(complaints).toEqual([])
  })
})

/** Last year's plan with a day in each quarter, agreed by both sides: whatever today is, something is late. */
async function layAgreedPlan(): Promise<void> {
  const duty = {
    path: 'III/1/-1',
    text: 'Tổ chức hội nghị tiếp xúc, lắng nghe ý kiến đồng bào tại các xã vùng sâu, vùng xa.',
    schedules: [{ kind: 'every' as const, count: 1, unit: 'quarter' as const }],
  }
  const programme = await insertProgramme(journey, [duty], { from: lastYear, to: lastYear + 4 })
  const planId = newId()
  await send(who('lan'), 'plans.draft-plan', { planId, programmeId: programme.id, year: lastYear })
  await sharePlan(journey, who('minh'), planId)
  await agreePlan(journey, [who('minh'), who('hoa')], planId)
}

async function openWithEmptyCache() {
  const page = await enter('lan')
  await page.goto('about:blank')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.clearBrowserCache')
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  const scripts = await countScripts(cdp)
  await page.goto(url, { waitUntil: 'commit' })
  const row = page.locator('.work-line').first()
  await row.waitFor()
  return { firstRow: await row.innerText(), scripts: await scripts(), asked: [...asked] }
}
