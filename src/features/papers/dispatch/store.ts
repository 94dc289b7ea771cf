import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AboutKind, SendWay } from './contract.ts'
import { droppedBefore } from './rules.ts'

const select = (db: ReadDb) => db.selectFrom('dispatch').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toDispatch = (row: Row) => ({
  id: row.id,
  paperId: row.paper_id,
  fromBody: row.from_body,
  toBody: row.to_body,
  toName: row.to_name,
  way: row.way as SendWay,
  mailTo: row.mail_to,
  sentAt: row.sent_at.toISOString(),
  fate: row.fate,
  tries: row.tries,
  received: row.received_at !== null,
  receivedAt: row.received_at?.toISOString() ?? null,
  returned: row.returned_at !== null,
  returnedReason: row.returned_reason,
  version: row.version,
})
export type Dispatch = ReturnType<typeof toDispatch>

export async function getDispatch(db: ReadDb, id: string): Promise<Dispatch> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'dispatch' })
  return toDispatch(row)
}

export const dispatchesOf = async (db: ReadDb, paperId: string): Promise<Dispatch[]> =>
  (await select(db).where('paper_id', '=', paperId).orderBy('sent_at').orderBy('id').execute()).map(toDispatch)

/** Sent to a body within the site and not yet answered. */
export const waitingFor = async (db: ReadDb, bodyId: string): Promise<Dispatch[]> =>
  (await sentTo(db, bodyId).selectAll().execute()).map(toDispatch)

export const sentTo = (db: ReadDb, bodyId: string) =>
  db
    .selectFrom('dispatch')
    .where('to_body', '=', bodyId)
    .where('way', '=', 'inside')
    .where('received_at', 'is', null)
    .where('returned_at', 'is', null)
    .orderBy('sent_at')

/** Letters by mail of the own body that did not leave, or of which nobody knows. */
export const strandedMails = (db: ReadDb, bodyId: string, now: Date) =>
  db
    .selectFrom('dispatch')
    .select(['id', 'paper_id', 'sent_at', 'to_name'])
    .where('from_body', '=', bodyId)
    .where('way', '=', 'mail')
    .where(either =>
      either.or([
        either('fate', 'in', ['not-sent', 'unknown']),
        either.and([either('fate', 'is', null), either('sent_at', '<', droppedBefore(now))]),
      ]),
    )
    .orderBy('sent_at')

const came = (db: ReadDb) => db.selectFrom('incoming').selectAll()
type CameRow = Awaited<ReturnType<ReturnType<typeof came>['executeTakeFirstOrThrow']>>
export const toIncoming = (row: Omit<CameRow, 'created_at'>) => ({
  id: row.id,
  bodyId: row.body_id,
  number: row.number,
  arrivedOn: row.arrived_on,
  paperId: row.paper_id,
  issuer: row.issuer,
  cited: row.cited,
  dated: row.dated,
  kind: row.kind,
  subject: row.subject,
  fileId: row.file_id,
  sha256: row.sha256,
  programmeId: row.programme_id,
  clausePath: row.clause_path,
  about: row.about_kind === null ? null : { kind: row.about_kind as AboutKind, id: row.about_id! },
  leadUnit: row.lead_unit,
  supportUnits: row.support_units,
  dueOn: row.due_on,
  settledOn: row.settled_on,
  version: row.version,
})
export type Incoming = ReturnType<typeof toIncoming>

export async function getIncoming(db: ReadDb, id: string): Promise<Incoming> {
  const row = await came(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'incoming' })
  return toIncoming(row)
}

export const listIncoming = async (db: ReadDb, year: string): Promise<Incoming[]> =>
  (
    await came(db)
      .where('book_id', 'in', books =>
        books.selectFrom('register_book').select('id').where('direction', '=', 'in').where('key', '=', year),
      )
      .orderBy('number', 'desc')
      .execute()
  ).map(toIncoming)

/** What the own body received about a programme. */
export const incomingOf = async (db: ReadDb, programmeId: string): Promise<Incoming[]> =>
  (await came(db).where('programme_id', '=', programmeId).orderBy('dated').orderBy('number').execute()).map(toIncoming)

type Known = { sha256: string | null; cited: string; dated: IsoDate; issuer: string }

/** The number under which the same paper came before: by its bytes, or by number, day and issuer. */
export async function cameAlready(db: ReadDb, { sha256, cited, dated, issuer }: Known): Promise<number | null> {
  const row = await db
    .selectFrom('incoming')
    .select('number')
    .where(either =>
      either.or([
        ...(sha256 ? [either('sha256', '=', sha256)] : []),
        either.and([
          sql<boolean>`upper(cited) = upper(${cited})`,
          either('dated', '=', dated),
          sql<boolean>`vn_fold(issuer) = vn_fold(${issuer})`,
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? null
}

/** What came in and is not settled. */
export const openIncoming = (db: ReadDb, bodyId: string) =>
  came(db).where('body_id', '=', bodyId).where('settled_on', 'is', null).orderBy('arrived_on')
