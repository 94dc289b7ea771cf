import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'

const { engine } = await openTestSite({ people: false })
const { pool } = engine.database

const LISTENING = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`
const listeners = async () => (await pool.query<{ pid: number }>(`SELECT pid ${LISTENING}`)).rows.map(row => row.pid)

it('listens again on one connection when its own is lost, and hears every word once', async () => {
  const heard: string[] = []
  const listening = await engine.database.listen('test_words', word => heard.push(word))
  for (let lost = 0; lost < 2; lost += 1) {
    const [before] = await listeners()
    await pool.query(`SELECT pg_terminate_backend(pid) ${LISTENING}`)
    await expect.poll(async () => (await listeners()).filter(pid => pid !== before), { timeout: 5_000 }).not.toEqual([])
  }
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(await listeners()).toHaveLength(1)
  await engine.database.write('system', tx => sql`SELECT pg_notify('test_words', 'once')`.execute(tx))
  await expect.poll(() => heard).toEqual(['once'])
  await listening.end()
  await expect.poll(listeners).toEqual([])
})
