import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/harness/site.ts'
import { openJobQueue } from './jobs.ts'

const jobs = await openJobQueue(await freshDatabase(), 300)
afterAll(() => jobs.stop())
const struck: string[] = []
const job = (name: string, everyMinutes?: number) => ({
  name,
  ...(everyMinutes ? { everyMinutes } : {}),
  run: async () => void struck.push(name),
})

it('puts a job of the clock on the queue when the clock starts, and no other', async () => {
  await jobs.start([job('test.clocked', 60), job('test.asked')])
  expect(struck).toEqual([])
  await jobs.startClock()
  jobs.wake('test.clocked')
  await expect.poll(() => struck, { timeout: 20_000 }).toEqual(['test.clocked'])
})

it('takes up what the tables still say is to be done, not at its start alone', async () => {
  const run: unknown[] = []
  let open: { paperId: string }[] = []
  const late = { name: 'test.late', unfinished: async () => open, run: async (data: unknown) => void run.push(data) }
  await jobs.start([late])
  expect(run).toEqual([])
  open = [{ paperId: 'one' }]
  const looked = async () => {
    jobs.wake('test.late')
    return run.length
  }
  await expect.poll(looked, { timeout: 20_000 }).toBeGreaterThan(0)
  expect(run[0]).toEqual({ paperId: 'one' })
})
