import { sql } from 'kysely'
import type { IsoDate } from '../../kernel/dates.ts'
import type { ReadDb } from './database.ts'

/** A count, named by `id`, that rests on sealed names: its part, and its days, both within. */
export type NamedCount = { id: string; part: string; from: IsoDate; to: IsoDate }
/** In which years names behind a count were destroyed, and whether of five records or more; never how many. */
export type NamesDestroyed = { id: string; rule: string; many: boolean; firstYear: number; lastYear: number }

/** Asks a function of the database that tells it in this form, of all counts in one statement. */
export async function askDestroyed(
  db: ReadDb,
  told: 'petition_names_destroyed' | 'honour_names_destroyed',
  programmeId: string,
  counts: readonly NamedCount[],
): Promise<NamesDestroyed[]> {
  if (counts.length === 0) return []
  const { rows } = await sql<NamesDestroyed>`
    SELECT asked.id, told.rule, told.many, told.first_year AS "firstYear", told.last_year AS "lastYear"
      FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS asked (id text, part text, "from" date, "to" date)
      CROSS JOIN LATERAL ${sql.id(told)}(${programmeId}::uuid, asked.part, asked."from", asked."to") told`.execute(db)
  return rows
}
