import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { GATHERINGS, NATURES } from './contract.ts'

/**
 * Counts of a time as every party of a programme is told them, none of persons under five: `sessions` and `individual` are null where there
 * are fewer. A decision that commends is published with its list; a report tells of it no more closely than of others who are honoured.
 */
export type HonourCounts = {
  work: { key: string; sessions: number | null; turns: number }[]
  commended: { collective: number; individual: number | null }
}
type At = { at: number }
type WorkRow = At & HonourCounts['work'][number]
type CommendedRow = At & { sort: string; count: number }

/** What the sides of a programme have done for prestigious persons together, and whom decisions of shared rounds have commended: of each stretch of time, in their order. */
export async function honoursOfProgramme(db: ReadDb, programmeId: string, stretches: readonly Bounds[]): Promise<HonourCounts[]> {
  const asked = sql`jsonb_to_recordset(${JSON.stringify(stretches.map(({ from, to }, at) => ({ at, from, to })))}::jsonb)
    AS asked (at int, "from" date, "to" date)`
  const work = await sql<WorkRow>`
    SELECT asked.at, told.key, told.sessions, told.turns FROM ${asked}
      CROSS JOIN LATERAL honour_programme_counts(${programmeId}::uuid, asked."from", asked."to") told`.execute(db)
  const commended = await sql<CommendedRow>`
    SELECT asked.at, line.sort, count(*) FROM ${asked}
      JOIN commendation ON commendation.programme_id = ${programmeId}::uuid AND shared_at IS NOT NULL
        AND decision_date BETWEEN asked."from" AND asked."to"
      JOIN commendation_line line ON line.commendation_id = commendation.id AND chosen
      GROUP BY asked.at, line.sort`.execute(db)
  return stretches.map((_, at) => countsAt(at, work.rows, commended.rows))
}

const LEAST = 5
const untoldWhereFew = (count: number): number | null => (count > 0 && count < LEAST ? null : count)

const ORDER: readonly string[] = [...GATHERINGS, ...NATURES]

function countsAt(at: number, work: readonly WorkRow[], commended: readonly CommendedRow[]): HonourCounts {
  const countOf = (sort: string) => commended.find(one => one.at === at && one.sort === sort)?.count ?? 0
  return {
    work: work
      .filter(one => one.at === at)
      .map(({ key, sessions, turns }) => ({ key, sessions, turns }))
      .toSorted((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key)),
    commended: { collective: countOf('collective'), individual: untoldWhereFew(countOf('individual')) },
  }
}
