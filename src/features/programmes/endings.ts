import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { getProgramme } from './store.ts'

/** How a programme ended before its time: `effectiveOn` is the first day on which it is no more in force. */
export type Ended = { effectiveOn: IsoDate; intoId: string | null; into: string | null; paperNumber: string; paperDate: IsoDate }

/** Of the programmes that have ended, or will on a day that all have agreed to, how. */
export async function endedProgrammes(db: ReadDb, ids: readonly string[]): Promise<Map<string, Ended>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('programme_ending')
    .select(['programme_id', 'effective_on', 'into_id', 'into_cited', 'paper_number', 'paper_date'])
    .where('programme_id', 'in', [...ids])
    .where('state', '=', 'applied')
    .execute()
  return new Map(
    rows.map(row => [
      row.programme_id,
      {
        effectiveOn: row.effective_on,
        intoId: row.into_id,
        into: row.into_cited,
        paperNumber: row.paper_number,
        paperDate: row.paper_date,
      },
    ]),
  )
}

export type Term = {
  periodFrom: number
  periodTo: number /** The first day on which it is no more in force. */
  endedOn: IsoDate | null
}

/** From when to when a programme of the own side is worked on. Refuses 'not-found'. */
export async function termOf(db: ReadDb, programmeId: string): Promise<Term> {
  const { period_from: periodFrom, period_to: periodTo } = await getProgramme(db, programmeId)
  const ended = (await endedProgrammes(db, [programmeId])).get(programmeId)
  return { periodFrom, periodTo, endedOn: ended?.effectiveOn ?? null }
}

/** A clause of a programme that goes on in this one. */
export type Origin = { path: string; fromProgramme: string; from: string; fromPath: string }

/** Where clauses of a programme come from: which programme, as it is cited, and which clause of it. */
export async function originsOf(db: ReadDb, programmeId: string): Promise<Origin[]> {
  const rows = await db
    .selectFrom('clause_origin')
    .innerJoin('programme_ending', 'programme_ending.id', 'clause_origin.ending_id')
    .select(['path', 'from_programme', 'from_path', 'cited'])
    .where('clause_origin.programme_id', '=', programmeId)
    .orderBy(sql`length(from_path)`)
    .orderBy('from_path')
    .execute()
  return rows.map(row => ({ path: row.path, fromProgramme: row.from_programme, from: row.cited, fromPath: row.from_path }))
}

/** The programmes that go on in this one. */
export async function mergedInto(db: ReadDb, programmeId: string): Promise<{ fromProgramme: string; cited: string }[]> {
  const rows = await db
    .selectFrom('programme_ending')
    .select(['programme_id', 'cited'])
    .where('into_id', '=', programmeId)
    .where('state', '=', 'applied')
    .orderBy('effective_on')
    .execute()
  return rows.map(row => ({ fromProgramme: row.programme_id, cited: row.cited }))
}
