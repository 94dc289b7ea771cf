import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { insertProvince } from '../../../bench/province/province.ts'
import { SMALL } from '../../../bench/province/size.ts'
import { seeded } from '../../../bench/random.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { compileLive } from './freezing.ts'
import { digestOfSources, sourcesOf } from './sources.ts'
import { getReview, type Review } from './store.ts'

// A small province has rows of every kind that a figure rests on.
const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const { send, who, engine } = site
const lan = who('lan')
const reviewId = newId()

const { programmeId, year } = await insertProvince(engine, seeded(4), site.people, SMALL)
await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'year', year })

/** The tables that a transaction has touched so far: it holds each of them until it ends. */
async function touched(db: ReadDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT DISTINCT c.relname AS name FROM pg_locks l
    JOIN pg_class c ON c.oid = l.relation WHERE l.pid = pg_backend_pid() AND c.relkind = 'r'
    AND c.relnamespace = 'public'::regnamespace ORDER BY 1`.execute(db)
  return rows.map(row => row.name)
}
const tablesOf = (run: (db: ReadDb, review: Review) => Promise<unknown>) =>
  engine.database.read(lan, async db => {
    await run(db, await getReview(db, reviewId))
    return touched(db)
  })

/** Tables whose changes triggers count: as they come, as they were, as they become, as they go. */
async function counted(): Promise<string[]> {
  const { rows } = await engine.database.pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname LIKE 'note_changed_%' GROUP BY 1 HAVING count(*) = 4 ORDER BY 1`,
  )
  return rows.map(row => row.name)
}

/** Does something as the owner of the database, and tells whether a review would be compiled anew; nothing of it stays. */
async function moves(change: string): Promise<boolean> {
  let moved = false
  const undo = new Error('undo')
  const attempt = engine.database.write(lan, async tx => {
    const before = await ask(tx)
    await sql`RESET ROLE`.execute(tx)
    await sql.raw(change).execute(tx)
    await sql`SET LOCAL ROLE phoihop_app`.execute(tx)
    moved = before !== (await ask(tx))
    throw undo
  })
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return moved
}
const ask = async (tx: Tx) => {
  const review = await getReview(tx, reviewId)
  return digestOfSources(review, await sourcesOf(tx, review))
}

/** Asked once: what was compiled is kept. */
const read = await tablesOf(compileLive)

it('every table that a review is compiled from is asked for changes, or they are counted', async () => {
  const asked = [...(await tablesOf(sourcesOf)), ...(await counted())]
  expect(read).toContain('step_finding')
  expect(read.filter(table => !asked.includes(table))).toEqual([])
})

/** What they tell is asked for itself each time: a row that tells the same moves nothing. The words of the review are part of the question. */
const ASKED_FOR_THEMSELVES = (
  'benefit commendation commendation_line honour_gathering feast_confirmation calendar_day ' +
  'paper directive conclusion meeting exchange_package review review_text figure_dispute counted_change'
).split(' ')

it('a change of any other row that the figures rest on is seen', async () => {
  const unseen: string[] = []
  for (const table of read) {
    const { rows } = await engine.database.pool.query(`SELECT FROM "${table}" LIMIT 1`)
    if (rows.length > 0 && !(await moves(`UPDATE "${table}" SET home = home`))) unseen.push(table)
  }
  expect(unseen.filter(table => !ASKED_FOR_THEMSELVES.includes(table))).toEqual([])
})

it('what goes is seen too', async () => {
  const leaves = ['told_split', 'activity_breakdown', 'activity_item', 'activity_place', 'supervision_activity', 'step_finding']
  const unseen: string[] = []
  for (const table of leaves) if (!(await moves(`DELETE FROM "${table}"`))) unseen.push(table)
  expect(unseen).toEqual([])
})

it('two changes in one transaction are two', async () => {
  const twice = engine.database.write('system', async tx => {
    const change = sql`UPDATE activity SET title = title || '.'`
    const told: string[] = []
    for (let round = 0; round < 2; round++) {
      await change.execute(tx)
      told.push(await ask(tx))
    }
    return told
  })
  expect(new Set(await twice).size).toBe(2)
})

it('two who change work of one programme at once do not wait for each other', async () => {
  const [one, other] = [await engine.database.pool.connect(), await engine.database.pool.connect()]
  const change = `SELECT count_change(home, programme_id, 'activities') FROM review WHERE id = '${reviewId}'`
  try {
    for (const client of [one, other]) await client.query("BEGIN; SET LOCAL lock_timeout = '1s'")
    await one.query(change)
    await other.query(change)
    for (const client of [one, other]) await client.query('COMMIT')
  } finally {
    for (const client of [one, other]) client.release()
  }
})
