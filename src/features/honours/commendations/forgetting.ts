import type { ReadDb } from '../../../engine/db/database.ts'
import { type IsoDate, vietnamDate } from '../../../kernel/dates.ts'
import { forgottenOn } from './rules.ts'

/** Names in rounds that have been decided or stopped, whose day has come: when that was, with the ceremony where there was one, and whether they were commended, decide. */
export async function namesDue(
  db: ReadDb,
  today: IsoDate,
  lineId?: string,
): Promise<{ lineId: string; commendationId: string; day: IsoDate }[]> {
  let wanted = db
    .selectFrom('commendation_name as name')
    .innerJoin('commendation_line as line', 'line.id', 'name.line_id')
    .innerJoin('commendation', 'commendation.id', 'name.commendation_id')
    .select(['line.id', 'commendation.id as commendation_id', 'chosen', 'state', 'awarded_on', 'decision_date', 'moved_at'])
    .where('state', 'in', ['decided', 'awarded', 'stopped'])
  if (lineId) wanted = wanted.where('line.id', '=', lineId)
  const rows = await wanted.execute()
  return rows
    .map(row => ({
      lineId: row.id,
      commendationId: row.commendation_id,
      day: forgottenOn(
        row.awarded_on ?? row.decision_date ?? vietnamDate(row.moved_at),
        row.state !== 'stopped' && row.chosen === true,
      ),
    }))
    .filter(({ day }) => day <= today)
}
