import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { consolidated, type SignedText } from '../../programmes/index.ts'
import type { ParentClause } from '../contract.ts'

export type Citable = { id: string; title: string; number: string | null; date: IsoDate | null; kind: string; issuers: string }

/** Programmes that can be cited: those of the own seats, and those that their parties have opened to the levels below. */
export async function citableProgrammes(db: ReadDb): Promise<Citable[]> {
  const { rows } = await sql<Citable>`SELECT id, title, number, date, kind, coalesce(issuers, '') AS issuers
    FROM citable_programmes() ORDER BY date DESC NULLS LAST, title`.execute(db)
  return rows
}

export type CitedText = { title: string; number: string | null; issuer: string; clauses: ParentClause[] }

/** A programme as it is cited, as its text stands on a day. Refuses 'not-found' where it cannot be cited. */
export async function citedProgramme(db: ReadDb, id: string, day: IsoDate): Promise<CitedText> {
  const found = (await citableProgrammes(db)).find(one => one.id === id)
  const { rows } = await sql<{ text: SignedText | null }>`SELECT citable_text(${id}::uuid) AS text`.execute(db)
  const text = rows[0]?.text
  if (!found || !text) throw new Refusal('not-found', { what: 'programme' })
  const clauses = consolidated(text, day).map(({ path, label, heading, text: words }) => ({ path, label, heading, text: words }))
  return { title: found.title, number: found.number, issuer: found.issuers, clauses }
}

/** A reading of the own side, as far as it is read. Refuses 'not-found', and 'cascade.unreadable' while nothing is read. */
export async function citedImport(db: ReadDb, id: string): Promise<CitedText> {
  const row = await db.selectFrom('import_draft').select(['reading', 'state']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'import' })
  type Reading = { title: string; number: string | null; parties: { name: string }[]; clauses: ParentClause[] }
  const reading = row.reading as unknown as Reading | null
  if (!reading || reading.clauses.length === 0) throw new Refusal('cascade.unreadable')
  const clauses = reading.clauses.map(({ path, label, heading, text }) => ({ path, label, heading, text }))
  const issuer = reading.parties.map(party => party.name).join(' và ')
  return { title: reading.title, number: reading.number, issuer: issuer || reading.title, clauses }
}

/** Readings of the own side that are finished. */
export async function readImports(db: ReadDb): Promise<{ id: string; title: string }[]> {
  const rows = await db
    .selectFrom('import_draft')
    .select(['id', 'file_name', sql<string | null>`reading ->> 'title'`.as('title')])
    .where('state', '=', 'read')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(row => ({ id: row.id, title: row.title || (row.file_name ?? '') }))
}

/** A clause of another level on the same thread; `programmeId` is null where that level is a pasted text. */
export type Level = {
  path: string | null
  words: string | null
  programmeId: string | null
  title: string
  number: string | null
  issuers: string
  how: string
  depth: number
  /** Of the own seats: the programme can be opened. */
  own: boolean
}

const columns = sql`start_path AS start, depth, programme_id AS "programmeId", title, number, coalesce(issuers, '') AS issuers, path, words, how,
  coalesce(programme_id IN (SELECT programmes_of_seats()), false) AS own`

/** Clauses of the levels above that a clause carries out, the nearest first. */
export async function levelsAbove(db: ReadDb, programmeId: string, path: string): Promise<Level[]> {
  const { rows } =
    await sql<Level>`SELECT ${columns} FROM carried_above(${programmeId}::uuid) WHERE start_path = ${path} ORDER BY depth, path`.execute(
      db,
    )
  return rows
}

/** Clauses of the levels below that carry a clause out, or that it was left out there; the nearest first. */
export async function levelsBelow(db: ReadDb, programmeId: string, path: string): Promise<(Level & { reason: string | null })[]> {
  const { rows } = await sql<Level & { reason: string | null }>`SELECT ${columns}, reason FROM carried_below(${programmeId}::uuid)
    WHERE start_path = ${path} ORDER BY depth, title, path`.execute(db)
  return rows
}

/** Every programme of this site above one, by what is cited. */
export async function programmesAbove(db: ReadDb, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT programmes_above(${programmeId}::uuid) AS id`.execute(db)
  return rows.map(row => row.id)
}
