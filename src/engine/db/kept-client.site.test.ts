import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'
import type { ReadDb } from './database.ts'
import { askKept } from './kept-client.ts'

const site = await openTestSite()

type Kept = { statement: string; generic_plans: number; custom_plans: number }
const keptBy = async (db: ReadDb, mark: string) =>
  (
    await sql<Kept>`SELECT statement, generic_plans::int, custom_plans::int FROM pg_prepared_statements WHERE statement LIKE ${`/* kept */ %${mark}%`}`.execute(
      db,
    )
  ).rows

it('is planned once for all values, and answers by the values it is asked with', async () => {
  await site.engine.database.read('system', async db => {
    const ask = (value: number) => askKept(db, sql<{ twice: number }>`SELECT 2 * ${value}::int AS twice`)
    expect([await ask(1), await ask(4)]).toEqual([[{ twice: 2 }], [{ twice: 8 }]])
    expect(await keptBy(db, 'AS twice')).toMatchObject([{ generic_plans: 2, custom_plans: 0 }])
  })
})

it('leaves other statements of the same transaction to a plan of their own', async () => {
  await site.engine.database.read('system', async db => {
    await askKept(db, sql`SELECT 1 AS one`)
    const { rows } = await sql<{ plan_cache_mode: string }>`SHOW plan_cache_mode`.execute(db)
    expect(rows).toEqual([{ plan_cache_mode: 'auto' }])
  })
})

it('keeps no more plans than a connection can bear, and answers what is asked beyond them', async () => {
  await site.engine.database.read('system', async db => {
    for (let at = 0; at < 80; at++) {
      const [answer] = await askKept(db, sql<{ said: number }>`SELECT ${sql.lit(at)} AS said`)
      expect(answer).toEqual({ said: at })
    }
    expect((await keptBy(db, '')).length).toBeLessThanOrEqual(64)
  })
})
