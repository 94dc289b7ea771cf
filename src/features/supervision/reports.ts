import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { boundsOf, type ReportPeriod } from './periods.ts'

export type SentReport = ReportPeriod & { id: string; paperNumber: string; paperDate: IsoDate; addressee: string }

/** The reports of a body that have left the house, of some years. */
export async function reportsOf(db: ReadDb, bodyId: string, years: readonly number[]): Promise<SentReport[]> {
  const rows = await db
    .selectFrom('supervision_report')
    .select(['id', 'year', 'quarter', 'paper_number', 'paper_date', 'addressee'])
    .where('body_id', '=', bodyId)
    .where('year', 'in', years)
    .execute()
  return rows.map(row => ({
    id: row.id,
    year: row.year,
    quarter: row.quarter,
    paperNumber: row.paper_number,
    paperDate: row.paper_date,
    addressee: row.addressee,
  }))
}

type Course = { form: string; starts_on: IsoDate; closed_on: IsoDate | null }

/** What a body reports on: of a quarter its community boards at work, of a year every supervision. */
export const isReported = (period: ReportPeriod, courses: readonly Course[]): boolean => {
  const { from, to } = boundsOf(period)
  return courses.some(
    one =>
      (period.quarter === null || one.form === 'board') &&
      one.starts_on <= to &&
      (one.closed_on === null || one.closed_on >= from),
  )
}

export const coursesOf = (db: ReadDb, bodyId: string): Promise<Course[]> =>
  db.selectFrom('supervision').select(['form', 'starts_on', 'closed_on']).where('body_id', '=', bodyId).execute()
