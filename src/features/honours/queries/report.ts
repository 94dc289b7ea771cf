import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { type IsoDate, isoDate, yearOf } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { suppress } from '../../../kernel/suppress.ts'
import { day, GATHERINGS, NATURES } from '../contract.ts'
import { HANDLE, may } from '../rules.ts'

/** A line of the yearly report: what, how many sessions or times, how many turns, how much. */
export type ReportRow = { key: string; sessions: number; turns: number; amount: number }

/**
 * The columns that the Ministry asks of the work with prestigious persons: activity × sessions × turns × money, of the own body. Whoever
 * does not keep the register, and a table that is to be published, gets no small count (kernel/suppress.ts), and whole years only: of
 * two times that differ by a day, the one would tell the other's small counts.
 */
export const report = query({
  name: 'honours.report',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ from: day, to: day, published: z.boolean().default(false) }),
  run: async ({ db, acting, today }, { from, to, published }) => {
    const own = typeof acting === 'string' ? '' : acting.bodyId
    const hides = published || !may(HANDLE, acting)
    const rows = await (hides ? reportRows(db, ...yearAround(to)) : reportRows(db, from, to))
    const told = hides
      ? suppress(rows, row => [row.sessions, row.turns])
      : { rows: rows.map(row => ({ row, hidden: false })), totalHidden: false }
    const gatherings = hides ? [] : await listGatherings(db, { from, to, own })
    return {
      today,
      suppressed: hides,
      year: hides ? yearOf(to) : null,
      rows: told.rows.map(({ row: { key, ...counts }, hidden }) => ({ key, counts: hidden ? null : counts })),
      total: told.totalHidden ? null : totalOf(rows),
      gatherings,
      programmes: await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute(),
      can: { handle: may(HANDLE, acting) },
    }
  },
})

const yearAround = (day: IsoDate) => [isoDate(yearOf(day), 1, 1), isoDate(yearOf(day), 12, 31)] as const

const totalOf = (rows: readonly ReportRow[]): Omit<ReportRow, 'key'> => ({
  sessions: rows.reduce((sum, row) => sum + row.sessions, 0),
  turns: rows.reduce((sum, row) => sum + row.turns, 0),
  amount: rows.reduce((sum, row) => sum + row.amount, 0),
})

/** Counts of the whole body, also of units that the asker does not belong to: sums, never a record. */
async function reportRows(db: ReadDb, from: string, to: string): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`SELECT key, sessions, turns, amount FROM honour_counts(${from}, ${to})`.execute(db)
  const order: readonly string[] = [...GATHERINGS, ...NATURES]
  return rows.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

async function listGatherings(db: ReadDb, { from, to, own }: { from: string; to: string; own: string }) {
  const rows = await db
    .selectFrom('honour_gathering')
    .select(['id', 'kind', 'held_on', 'sessions', 'turns', 'amount', 'version'])
    .where('body_id', '=', own)
    .where('removed_at', 'is', null)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ held_on, ...row }) => ({ ...row, heldOn: held_on }))
}
