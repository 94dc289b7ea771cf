import type { ReadDb } from '../../engine/db/database.ts'
import type { Check } from './checks.ts'
import type { Clock } from './clocks.ts'
import type { SupervisionForm, SupervisionState } from './contract.ts'
import type { ReportTerm } from './report-terms.ts'

/** The terms that the province has set, every day of theirs, the latest first: of two that hold on one day what was set last. */
export async function provinceClocks(db: ReadDb): Promise<Clock[]> {
  const rows = await db.selectFrom('supervision_clock').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(row => ({
    id: row.id,
    state: row.state as SupervisionState,
    form: row.form as SupervisionForm | null,
    counts: row.counts as Clock['counts'],
    days: row.days,
    basis: row.basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** The days on which reports are sent that the province has set, the latest first. */
export async function provinceReportTerms(db: ReadDb): Promise<ReportTerm[]> {
  const rows = await db
    .selectFrom('supervision_report_term')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    span: row.span as ReportTerm['span'],
    level: row.level as ReportTerm['level'],
    month: row.month,
    day: row.day,
    basis: row.basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** The lines that the province has added to what is looked at, in their order. */
export async function provinceChecks(db: ReadDb): Promise<Check[]> {
  const rows = await db.selectFrom('supervision_check').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(row => ({
    id: row.id,
    line: row.id,
    form: row.form as SupervisionForm | null,
    text: row.text,
    basis: row.basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}
