import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { suppress, toldCount } from '../../../kernel/suppress.ts'
import { BALANCE_PARTS, type Balance } from '../balance.ts'
import { day } from '../contract.ts'
import { fieldNames } from '../fields.ts'
import { HANDLE } from '../rules.ts'
import { placeNames } from '../store.ts'

export type BalanceRow = { key: string; name: string } & Balance

const partsOfRow = (row: Balance) => BALANCE_PARTS.map(part => row[part])

/**
 * The balance of a period by subject field or by commune. Officers and leaders of the own body see every number; whoever else asks, and
 * a table that is to be published, gets small counts suppressed (kernel/suppress.ts).
 */
export const balance = query({
  name: 'petitions.balance',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ from: day, to: day, by: z.enum(['field', 'commune']), published: z.boolean().default(false) }),
  run: async ({ db, acting, today }, { from, to, by, published }) => {
    const own = typeof acting === 'string' ? '' : acting.bodyId
    const counted = await countBy(db, { from, to, own, column: by === 'field' ? 'field' : 'commune_id' })
    const names =
      by === 'field'
        ? await fieldNames(db)
        : await placeNames(
            db,
            counted.map(row => row.key),
          )
    const rows = counted
      .map((row): BalanceRow => ({ ...row, name: names.get(row.key) ?? '' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
    const mayHandle = whyNotPermitted(HANDLE, acting) === null
    const hides = published || !mayHandle
    const told = hides ? suppress(rows, partsOfRow) : { rows: rows.map(row => ({ row, hidden: false })), totalHidden: false }
    return {
      today,
      suppressed: hides,
      rows: told.rows.map(({ row: { key, name, ...parts }, hidden }) => ({ key, name, parts: hidden ? null : parts })),
      total: told.totalHidden ? null : totalOf(rows),
      referrals: (await referralsOf(db, { from, to, own })).map(({ kind, count }) => ({
        kind,
        count: hides ? toldCount(count) : count,
      })),
      can: { handle: mayHandle },
    }
  },
})

const totalOf = (rows: readonly Balance[]): Balance =>
  Object.fromEntries(BALANCE_PARTS.map(part => [part, rows.reduce((sum, row) => sum + row[part], 0)])) as Balance

type Wanted = { from: string; to: string; own: string; column: 'field' | 'commune_id' }

/** The conditions of balance.ts, counted in one statement. */
async function countBy(db: ReadDb, { from, to, own, column }: Wanted): Promise<({ key: string } & Balance)[]> {
  const ended = (state: string) => sql<number>`count(*) FILTER (WHERE state = ${state} AND closed_on BETWEEN ${from} AND ${to})`
  return db
    .selectFrom('petition')
    .select(sql<string>`${sql.ref(column)}::text`.as('key'))
    .select(sql<number>`count(*) FILTER (WHERE received_on < ${from})`.as('carried'))
    .select(sql<number>`count(*) FILTER (WHERE received_on >= ${from})`.as('received'))
    .select([ended('settled').as('settled'), ended('returned').as('returned'), ended('routed-out').as('routed')])
    .select(sql<number>`count(*) FILTER (WHERE closed_on IS NULL OR closed_on > ${to})`.as('open'))
    .where('body_id', '=', own)
    .where('received_on', '<=', to)
    .where(sql<boolean>`(closed_on IS NULL OR closed_on >= ${from})`)
    .groupBy(column)
    .execute()
}

/** Complaints and denunciations that were shown to their channel: how many, and nothing else. */
async function referralsOf(db: ReadDb, { from, to, own }: Omit<Wanted, 'column'>) {
  const rows = await db
    .selectFrom('petition_referral')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('body_id', '=', own)
    .where('cancelled_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('kind')
    .execute()
  return rows
}
