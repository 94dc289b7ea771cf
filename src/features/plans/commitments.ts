import type { ReadDb } from '../../engine/db/database.ts'
import { partiesOf, type Schedule, type Target } from '../programmes/index.ts'
import type { DraftCommitment, DraftProgramme } from './draft.ts'

/** The commitments of a programme as the draft of a plan needs them, in the order of the text. */
export async function commitmentsOf(db: ReadDb, programmeId: string): Promise<DraftCommitment[]> {
  const rows = await db.selectFrom('commitment').selectAll().where('programme_id', '=', programmeId).orderBy('position').execute()
  return rows.map(row => ({
    id: row.id,
    clausePath: row.clause_path,
    text: row.text,
    leadBodies: row.lead_bodies,
    supportBodies: row.support_bodies,
    others: row.others,
    schedules: row.schedules as Schedule[],
    targets: row.targets as Target[],
    product: row.product,
  }))
}

export async function draftFrame(
  db: ReadDb,
  programme: { id: string; period_from: number; period_to: number },
): Promise<DraftProgramme> {
  const parties = await partiesOf(db, programme.id)
  return { periodFrom: programme.period_from, periodTo: programme.period_to, parties: parties.map(party => party.bodyId) }
}
