import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { type IsoDate, isoDate, yearOf } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Decider, Nature } from './contract.ts'
import type { Standing } from './rules.ts'

/** What serves a programme is done by one of its parties. */
export async function checkParty(db: ReadDb, bodyId: string, programmeId: string | undefined): Promise<void> {
  if (!programmeId) return
  const party = await db
    .selectFrom('programme_party')
    .select('body_id')
    .where('programme_id', '=', programmeId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst()
  if (!party) throw new Refusal('not-found', { what: 'programme' })
}

/** A recognition with the decision that it rests on. */
export type Recognition = Standing & {
  id: string
  bodyId: string
  unitId: string | null
  listId: string
  villageId: string
  decisionNumber: string
  decidedOn: IsoDate
  decidedBy: Decider
  issuer: string
  year: number
  endNumber: string | null
  endLetter: string | null
  endNotedAt: Date | null
  forgottenOn: IsoDate | null
  version: number
}

export const selectRecognitions = (db: ReadDb) =>
  db
    .selectFrom('recognition')
    .innerJoin('recognition_list as list', 'list.id', 'recognition.list_id')
    .selectAll('recognition')
    .select(['list.decision_number', 'list.decision_date', 'list.decided_by', 'list.issuer', 'list.year'])
type Row = Awaited<ReturnType<ReturnType<typeof selectRecognitions>['executeTakeFirstOrThrow']>>

export const toRecognition = (row: Row): Recognition => ({
  id: row.id,
  bodyId: row.body_id,
  unitId: row.unit_id,
  listId: row.list_id,
  villageId: row.village_id,
  decisionNumber: row.decision_number,
  decidedOn: row.decision_date,
  decidedBy: row.decided_by as Decider,
  issuer: row.issuer,
  year: row.year,
  endedOn: row.ended_on,
  endedBy: row.ended_by as Standing['endedBy'],
  endNumber: row.end_number,
  endLetter: row.end_letter,
  endNotedAt: row.end_noted_at,
  forgottenOn: row.forgotten_on,
  version: row.version,
})

/** A recognition that the own unit keeps. Refuses 'not-found'. */
export async function getRecognition(db: ReadDb, id: string): Promise<Recognition> {
  const row = await selectRecognitions(db).where('recognition.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'recognition' })
  return toRecognition(row)
}

/** What was given in a village within the year of a day: facts about benefits, of the own and of other sides. */
export type GivenFact = { bodyId: string; nature: Nature; givenOn: IsoDate }

export async function givenInVillage(db: ReadDb, villageId: string, on: IsoDate): Promise<GivenFact[]> {
  const [first, last] = [isoDate(yearOf(on), 1, 1), isoDate(yearOf(on), 12, 31)]
  const { rows } = await sql<{ body_id: string; nature: Nature; given_on: IsoDate }>`
    SELECT body_id, nature, given_on FROM benefits_in_village(${villageId}::uuid, ${first}::date, ${last}::date)
      ORDER BY given_on, body_id`.execute(db)
  return rows.map(row => ({ bodyId: row.body_id, nature: row.nature, givenOn: row.given_on }))
}

/** What the own unit has given to whom a recognition is of, under it and those that it renews, within the year of a day, of some natures. */
export async function ownAmounts(db: ReadDb, recognitionId: string, natures: readonly Nature[], on: IsoDate): Promise<number[]> {
  const rows = await db
    .selectFrom('benefit')
    .select('amount')
    .where(
      sql<boolean>`recognition_id IN (WITH RECURSIVE line AS (
        SELECT id, renews FROM recognition WHERE id = ${recognitionId}::uuid
        UNION SELECT r.id, r.renews FROM recognition r JOIN line ON r.id = line.renews) SELECT id FROM line)`,
    )
    .where('nature', 'in', natures)
    .where('removed_at', 'is', null)
    .where('given_on', '>=', isoDate(yearOf(on), 1, 1))
    .where('given_on', '<=', isoDate(yearOf(on), 12, 31))
    .execute()
  return rows.map(row => row.amount)
}
