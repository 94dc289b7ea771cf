import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { citeProgramme, clausesWithDuty, fromItsSeat, getProgramme, termOf, textInForce } from '../../programmes/index.ts'
import type { EndingLine, EndingState } from './contract.ts'
import type { StandingProgramme } from './rules.ts'

export type Ending = {
  id: string
  programmeId: string
  cited: string
  intoId: string | null
  into: string | null
  effectiveOn: IsoDate
  reason: string
  paper: { number: string; date: IsoDate; fileId: string }
  lines: EndingLine[]
  state: EndingState
  failure: string | null
  proposedBy: string
  version: number
}

const select = (db: ReadDb) => db.selectFrom('programme_ending').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const asEnding = (row: Row): Ending => ({
  id: row.id,
  programmeId: row.programme_id,
  cited: row.cited,
  intoId: row.into_id,
  into: row.into_cited,
  effectiveOn: row.effective_on,
  reason: row.reason,
  paper: { number: row.paper_number, date: row.paper_date, fileId: row.paper_file },
  lines: row.lines as unknown as EndingLine[],
  state: row.state as EndingState,
  failure: row.failure,
  proposedBy: row.proposed_by,
  version: row.version,
})

export async function getEnding(db: ReadDb, id: string): Promise<Ending> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'ending' })
  return asEnding(row)
}

/** What was proposed of a programme, and of others that go on in it, the latest first. */
export async function endingsAround(db: ReadDb, programmeId: string): Promise<Ending[]> {
  const rows = await select(db)
    .where(one => one.or([one('programme_id', '=', programmeId), one('into_id', '=', programmeId)]))
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(asEnding)
}

export const openEndings = (db: ReadDb) =>
  db.selectFrom('programme_ending').select(['id', 'failure']).where('state', '=', 'agreed').execute()

export type Side = { bodyId: string; name: string; people: boolean; agreed: boolean }

/** Who sits today in the seats of the parties of both programmes, and who of them has agreed. */
export async function sidesOf(db: ReadDb, endingId: string): Promise<Side[]> {
  const { rows } = await sql<{ bodyId: string; name: string; people: boolean; agreed: boolean }>`
    SELECT s.body_id AS "bodyId", b.name, s.people, EXISTS (SELECT FROM programme_ending_agreement a
      WHERE a.ending_id = ${endingId}::uuid AND a.body_id = s.body_id) AS agreed
    FROM ending_sides(${endingId}::uuid) s JOIN body b ON b.id = s.body_id ORDER BY b.name`.execute(db)
  return rows
}

/** The body of who asks, that sits in the seat which is taken. */
export async function sittingBody(db: ReadDb): Promise<string | null> {
  const { rows } = await sql<{ body: string | null }>`SELECT sitting_body() AS body`.execute(db)
  return rows[0]!.body
}

/** What the rules ask of a programme, read from whichever seat is a party of it. */
export const standingProgramme = (db: ReadDb, id: string): Promise<StandingProgramme> =>
  fromItsSeat(db, id, async () => {
    const { effective_from: effectiveFrom } = await getProgramme(db, id)
    const { periodTo, endedOn } = await termOf(db, id)
    const { rows } = await sql<{ on: IsoDate | null }>`SELECT greatest(
      (SELECT max(effective_on) FROM amendment WHERE programme_id = ${id} AND state = 'signed'),
      (SELECT max(effective_on) FROM programme_ending WHERE into_id = ${id} AND state = 'applied')) AS on`.execute(db)
    return { id, effectiveFrom, periodTo, endedOn, changedOn: rows[0]!.on }
  })

/** The last day of the activities of a programme of the own seat, as far as they are known to every party. */
export async function lastWorkedOn(db: ReadDb, programmeId: string): Promise<IsoDate | null> {
  const row = await db
    .selectFrom('activity')
    .select(on => on.fn.max(sql<IsoDate>`coalesce(held_to, held_on)`).as('last'))
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.last ?? null
}

export type Clause = { path: string; text: string; duty: boolean }

/** The clauses of a programme in force on a day, read from whichever seat is a party of it; headings hold nothing. */
export const clausesOf = (db: ReadDb, programmeId: string, on: IsoDate): Promise<Clause[]> =>
  fromItsSeat(db, programmeId, async () => {
    await getProgramme(db, programmeId)
    const holding = await clausesWithDuty(db, programmeId, on)
    const clauses = await textInForce(db, programmeId, on)
    return clauses.flatMap(({ path, text, heading }) => (heading ? [] : [{ path, text, duty: holding.has(path) }]))
  })

/** How a programme is cited, read from whichever seat is a party of it. */
export const citedAs = (db: ReadDb, id: string): Promise<string> =>
  fromItsSeat(db, id, async () => citeProgramme(await getProgramme(db, id)))
