import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { fromItsSeat, getProgramme, programmesOfSeats } from '../programmes/index.ts'
import type { ClauseDay } from './silence.ts'

/** How many activities each clause saw on each day, by the items they were recorded under; an activity counts once for a clause. */
export async function workByClause(db: ReadDb, programmeId: string): Promise<ClauseDay[]> {
  const { rows } = await sql<ClauseDay>`
    SELECT i.clause_path AS path, a.held_on AS "heldOn", count(DISTINCT a.id)::int AS activities
    FROM activity a
    JOIN activity_item ai ON ai.home = a.home AND ai.activity_id = a.id
    JOIN plan_item i ON i.home = ai.home AND i.id = ai.item_id
    WHERE a.programme_id = ${programmeId} AND a.removed_at IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(db)
  return rows
}

/** The final report, with which a programme is closed once every party has frozen it. */
export async function finalReviewOf(db: ReadDb, programmeId: string) {
  const row = await db
    .selectFrom('review')
    .select(['id', 'state'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'final')
    .orderBy(sql`state = 'frozen'`, 'desc')
    .orderBy('period_to')
    .orderBy('id')
    .executeTakeFirst()
  return row ? { id: row.id, closed: row.state === 'frozen' } : null
}

/** Programmes in use that go on with this one. */
export const followersOf = (db: ReadDb, programmeId: string) =>
  db
    .selectFrom('programme_continues')
    .innerJoin('programme', 'programme.id', 'programme_continues.programme_id')
    .select(['programme.id', 'title', 'number'])
    .where('earlier_id', '=', programmeId)
    .orderBy('programme.id')
    .execute()

/** Further programmes of the own seats, which could go on in the same next one: those of a merged province. */
export async function sidesOther(db: ReadDb, shown: readonly string[]) {
  const others = []
  for (const id of await programmesOfSeats(db)) {
    if (shown.includes(id)) continue
    const { title, number, period_to } = await fromItsSeat(db, id, () => getProgramme(db, id))
    others.push({ id, title, number, period_to })
  }
  return others.toSorted((a, b) => b.period_to - a.period_to || (a.id < b.id ? -1 : 1))
}
