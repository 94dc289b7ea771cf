import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { day, GATHERINGS, type Gathering, NATURES, type Nature } from '../contract.ts'
import { HANDLE } from '../rules.ts'

type Bounds = { from: IsoDate; to: IsoDate }
type Line = { id: string; day: IsoDate; sessions: number; turns: number; amount: number | null; programme: string }

/**
 * What stands behind a line of the report, for those who keep the register. Of benefits the days with their turns and money: for whom
 * they were is read in the record of the village, with a reason. `elsewhere`: turns whose records another unit of the body keeps.
 */
export const reportFigure = query({
  name: 'honours.report-figure',
  permission: HANDLE,
  input: z.strictObject({ from: day, to: day, work: z.enum([...GATHERINGS, ...NATURES]) }),
  run: async ({ db, acting }, { work, ...bounds }) => {
    const own = typeof acting === 'string' ? '' : acting.bodyId
    const nature = NATURES.find(one => one === work)
    const records = nature ? await benefitDays(db, own, nature, bounds) : await gatheringsOf(db, own, work as Gathering, bounds)
    const seen = records.reduce((sum, one) => sum + one.turns, 0)
    return { records, benefits: nature !== undefined, elsewhere: nature ? (await turnsOf(db, nature, bounds)) - seen : 0 }
  },
})

async function gatheringsOf(db: ReadDb, own: string, kind: Gathering, { from, to }: Bounds): Promise<Line[]> {
  const rows = await db
    .selectFrom('honour_gathering')
    .leftJoin('programme', 'programme.id', 'programme_id')
    .select(['honour_gathering.id', 'held_on as day', 'sessions', 'turns', 'amount', 'programme.number', 'programme.title'])
    .where('honour_gathering.body_id', '=', own)
    .where('honour_gathering.kind', '=', kind)
    .where('removed_at', 'is', null)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on', 'desc')
    .orderBy('honour_gathering.id')
    .execute()
  return rows.map(({ number, title, ...row }) => ({ ...row, programme: number ?? title ?? '' }))
}

async function benefitDays(db: ReadDb, own: string, nature: Nature, { from, to }: Bounds): Promise<Line[]> {
  const rows = await db
    .selectFrom('benefit')
    .select(({ fn }) => ['given_on as day', fn.countAll<number>().as('turns'), fn.sum<number>('amount').as('amount')])
    .where('body_id', '=', own)
    .where('nature', '=', nature)
    .where('removed_at', 'is', null)
    .where('given_on', '>=', from)
    .where('given_on', '<=', to)
    .groupBy('given_on')
    .orderBy('given_on', 'desc')
    .execute()
  return rows.map(row => ({ ...row, id: row.day, sessions: 1, programme: '' }))
}

async function turnsOf(db: ReadDb, nature: Nature, { from, to }: Bounds): Promise<number> {
  const { rows } = await sql<{ turns: number }>`SELECT turns FROM honour_counts(${from}, ${to}) WHERE key = ${nature}`.execute(db)
  return rows[0]?.turns ?? 0
}
