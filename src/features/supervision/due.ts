import type { ReadDb } from '../../engine/db/database.ts'
import type { Clock } from './clocks.ts'
import type { SupervisionForm, SupervisionState } from './contract.ts'

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
