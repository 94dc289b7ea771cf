import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { PetitionState } from './contract.ts'

/** What a review of a programme tells of a petition that is shared in it. */
export type ProgrammePetition = {
  id: string
  subject: string
  commune: string
  bodyId: string
  clausePath: string | null
  state: PetitionState
  receivedOn: IsoDate
  answeredOn: IsoDate | null
  settledOn: IsoDate | null
  confirmedOn: IsoDate | null
}

/** Petitions shared in a programme and received up to a day: those that every party sees, so that all reckon the same figures. */
export async function petitionsOfProgramme(db: ReadDb, programmeId: string, to: IsoDate): Promise<ProgrammePetition[]> {
  const rows = await db
    .selectFrom('petition')
    .innerJoin('place', 'place.id', 'petition.commune_id')
    .select(['petition.id', 'subject', 'place.name as commune', 'petition.body_id', 'state', 'received_on'])
    .select(['clause_path', 'answered_on', 'settled_on', 'confirmed_on'])
    .where('programme_id', '=', programmeId)
    .where('shared_at', 'is not', null)
    .where('received_on', '<=', to)
    .orderBy('received_on')
    .orderBy('petition.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    subject: row.subject,
    commune: row.commune,
    bodyId: row.body_id,
    clausePath: row.clause_path,
    state: row.state as PetitionState,
    receivedOn: row.received_on,
    answeredOn: row.answered_on,
    settledOn: row.settled_on,
    confirmedOn: row.confirmed_on,
  }))
}
