import type { ReadDb } from '../../engine/db/database.ts'
import { isoDate } from '../../kernel/dates.ts'
import { partiesOf, passedDuties, type Schedule, standingBetween, type Target, type Term, termOf } from '../programmes/index.ts'
import type { DraftCommitment, DraftProgramme } from './draft.ts'
import { agreedIndicators } from './indicators/store.ts'

/** The commitments of a programme in force in a year, as the draft of its plan needs them, in the order of the text. */
export async function commitmentsOf(db: ReadDb, programmeId: string, year: number): Promise<DraftCommitment[]> {
  const rows = await db
    .selectFrom('commitment')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where(standingBetween(isoDate(year, 1, 1), isoDate(year, 12, 31)))
    .orderBy('position')
    .execute()
  const passed = new Map((await passedDuties(db, programmeId, isoDate(year, 1, 1))).map(one => [one.name, one.holder]))
  const agreed = await agreedIndicators(db, programmeId)
  // What the parties have agreed to measure a duty by stands for the number that the text does not have.
  const targetsOf = (id: string, printed: Target[]): Target[] => {
    const indicator = agreed.get(id)
    return indicator ? [{ ...indicator.target, text: '' }] : printed
  }
  return rows.map(row => ({
    id: row.id,
    clausePath: row.clause_path,
    text: row.text,
    leadBodies: row.lead_bodies,
    supportBodies: row.support_bodies,
    others: row.others.map(name => passed.get(name) ?? name),
    schedules: row.schedules as Schedule[],
    targets: targetsOf(row.id, row.targets as Target[]),
    product: row.product,
  }))
}

/** Refuses 'not-found' where the programme is not of the own side. */
export async function draftFrame(db: ReadDb, programmeId: string): Promise<DraftProgramme & Pick<Term, 'endedOn'>> {
  const parties = await partiesOf(db, programmeId)
  return { ...(await termOf(db, programmeId)), parties: parties.map(party => party.bodyId) }
}
