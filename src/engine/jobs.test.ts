import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/harness/site.ts'
import { openJobQueue } from './jobs.ts'

const jobs = await openJobQueue(await freshDatabase())
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
