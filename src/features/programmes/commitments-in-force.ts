import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'

/** Commitments in force on some day of a span (both days within): dated ones begin and end by an amendment. */
export const inForceBetween = (from: IsoDate, to: IsoDate) =>
  sql<boolean>`coalesce(commitment.valid_from <= ${to}::date, true) AND coalesce(commitment.valid_to >= ${from}::date, true)`

/** Those that nothing has taken the place of within the span: where an amendment writes a clause anew, its new duties stand alone. */
export const standingBetween = (from: IsoDate, to: IsoDate) =>
  sql<boolean>`${inForceBetween(from, to)} AND (coalesce(commitment.valid_to >= ${to}::date, true) OR NOT EXISTS (
    SELECT FROM commitment AS anew WHERE anew.amendment_id = commitment.ended_by AND anew.clause_path = commitment.clause_path))`

/** The clauses of a programme that hold a duty on a day, by their paths. */
export async function clausesWithDuty(db: ReadDb, programmeId: string, day: IsoDate): Promise<Set<string>> {
  const rows = await db
    .selectFrom('commitment')
    .select('clause_path')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where(inForceBetween(day, day))
    .execute()
  return new Set(rows.map(row => row.clause_path))
}
