import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CommendationState, Sort } from './contract.ts'
import type { FormKey } from './forms.ts'
import type { Round } from './rules.ts'

export type Commendation = Round & {
  id: string
  unitId: string | null
  occasion: string
  issuer: string
  dossierDue: IsoDate
  dueBasis: string
  dueOn: IsoDate | null
  ceremonyOn: IsoDate | null
  submissionNumber: string | null
  submissionDate: IsoDate | null
  votedOn: IsoDate | null
  minutesNumber: string | null
  members: number | null
  decisionNumber: string | null
  decisionDate: IsoDate | null
  awardedOn: IsoDate | null
  ceremonyPlace: string | null
  version: number
}

const select = (db: ReadDb) => db.selectFrom('commendation').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toCommendation = (row: Row): Commendation => ({
  id: row.id,
  bodyId: row.body_id,
  unitId: row.unit_id,
  programmeId: row.programme_id,
  occasion: row.occasion,
  form: row.form as FormKey,
  issuer: row.issuer,
  state: row.state as CommendationState,
  shared: row.shared_at !== null,
  dossierDue: row.dossier_due,
  dueBasis: row.due_basis,
  dueOn: row.due_on,
  ceremonyOn: row.ceremony_on,
  submissionNumber: row.submission_number,
  submissionDate: row.submission_date,
  votedOn: row.voted_on,
  minutesNumber: row.minutes_number,
  members: row.members,
  decisionNumber: row.decision_number,
  decisionDate: row.decision_date,
  awardedOn: row.awarded_on,
  ceremonyPlace: row.ceremony_place,
  lastDay: row.awarded_on ?? row.decision_date ?? row.voted_on ?? row.submission_date,
  movedBy: row.moved_by,
  movedAt: row.moved_at,
  version: row.version,
})

/** A round of the own body, or one that is shown to the parties of a programme. Refuses 'not-found'. */
export async function getCommendation(db: ReadDb, id: string): Promise<Commendation> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'commendation' })
  return toCommendation(row)
}

export type Line = {
  id: string
  proposedBy: string
  sort: Sort
  collective: string | null
  workplace: string
  votes: number | null
  chosen: boolean | null
  amount: number | null
  certificate: string | null
  forgottenOn: IsoDate | null
}

/** Those put forward, collectives first, in the order in which they came; of other sides' rounds the own ones, and who was commended. */
export async function linesOf(db: ReadDb, commendationId: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('commendation_line')
    .select(['id', 'proposed_by as proposedBy', 'sort', 'collective', 'workplace', 'votes', 'chosen', 'amount', 'certificate'])
    .select('forgotten_on as forgottenOn')
    .where('commendation_id', '=', commendationId)
    .orderBy('sort')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as Line[]
}
