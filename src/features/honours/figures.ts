import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { GATHERINGS, NATURES } from './contract.ts'

/** Counts of a time as every party of a programme is told them: none under five; `sessions` is null where there are fewer. */
type HonourCounts = {
  work: { key: string; sessions: number | null; turns: number }[]
  commended: { collective: number; individual: number }
}

/** What the sides of a programme have done for prestigious persons together, and whom decisions of shared rounds have commended. */
export async function honoursOfProgramme(db: ReadDb, programmeId: string, from: IsoDate, to: IsoDate): Promise<HonourCounts> {
  const { rows } = await sql<HonourCounts['work'][number]>`
    SELECT key, sessions, turns FROM honour_programme_counts(${programmeId}::uuid, ${from}, ${to})`.execute(db)
  const order: readonly string[] = [...GATHERINGS, ...NATURES]
  const lines = await db
    .selectFrom('commendation_line as line')
    .innerJoin('commendation', 'commendation.id', 'line.commendation_id')
    .select(({ fn }) => ['sort', fn.countAll<number>().as('count')])
    .where('commendation.programme_id', '=', programmeId)
    .where('shared_at', 'is not', null)
    .where('decision_date', '>=', from)
    .where('decision_date', '<=', to)
    .where('chosen', '=', true)
    .groupBy('sort')
    .execute()
  const commended = (sort: string) => lines.find(line => line.sort === sort)?.count ?? 0
  return {
    work: rows.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
    commended: { collective: commended('collective'), individual: commended('individual') },
  }
}
