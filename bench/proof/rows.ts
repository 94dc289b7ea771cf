import { openSite } from '../../src/app/site.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { type Engine, runQuery } from '../../src/engine/runner.ts'
import { boundsOf } from '../../src/kernel/periods.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import type { Generated } from '../generate.ts'
import type { Row } from '../table.ts'
import { type Proof, proveBalance, proveItemWork, proveReview } from './figures.ts'

/** The figures of the full-size province's reviews, and the balance of its petitions, reckoned again by the database's owner. */
export async function proofRows(dataDir: string, { province }: Generated): Promise<Row[]> {
  const site = await openSite({ dataDir, databaseUrl: null })
  try {
    const { pool } = site.engine.database
    const [lan, tuan] = [await actorOf(site.engine, 'lan'), await actorOf(site.engine, 'tuan')]
    const as = (actor: Actor) => (name: string, input: Json) => runQuery(site.engine, actor, name, input) as never
    const of = { programmeId: province.programmeId, bodyId: lan.bodyId }
    const period = boundsOf({ kind: 'half-year', year: province.year, half: 1 }, 'nd09')
    return [
      proofRow('half-year review', await proveReview(pool, as(lan), { ...of, reviewId: province.halfYearReview })),
      proofRow('yearly review', await proveReview(pool, as(lan), { ...of, reviewId: province.yearReview })),
      proofRow('work under items', await proveItemWork(pool)),
      proofRow('balance of petitions', await proveBalance(pool, as(tuan), { bodyId: tuan.bodyId, ...period })),
    ]
  } finally {
    await site.stop()
  }
}

async function actorOf({ database }: Engine, username: string): Promise<Actor> {
  const row = await database.read('system', db =>
    db
      .selectFrom('account_today')
      .select(['id', 'body_id', 'roles', 'display_name'])
      .where('username', '=', username)
      .executeTakeFirstOrThrow(),
  )
  return { accountId: row.id!, bodyId: row.body_id!, roles: row.roles as Role[], displayName: row.display_name! }
}

function proofRow(what: string, { checked, differences }: Proof): Row {
  for (const one of differences.slice(0, 20)) console.error(`${what}: ${one}`)
  const all = Object.values(checked).reduce((sum, count) => sum + count, 0)
  const kinds = Object.entries(checked).map(([kind, count]) => `${count} ${kind}`)
  if (all < 10) throw new Error(`${what}: only ${all} figures were there to prove`)
  return {
    what: `${what}: ${all} figures by independent SQL`,
    wanted: 'no difference',
    measured: `${differences.length} differ (${kinds.join(', ')})`,
    over: differences.length === 0 ? 0 : Number.POSITIVE_INFINITY,
  }
}
