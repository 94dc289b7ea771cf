import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { ScanToRead } from '../../programmes/index.ts'
import type { ReadingState } from './contract.ts'
import type { KnownIssuer } from './issuer.ts'

/** Its words are shown so far; the whole text is searched. */
const SHOWN_LETTERS = 60_000

const heads = (db: ReadDb) =>
  db
    .selectFrom('file_reading as reading')
    .leftJoin('file', 'file.id', 'reading.file_id')
    .select(['file.name', 'file.subject_kind', 'file.removed_at'])
    .select(['reading.id', 'reading.body_id', 'reading.file_id', 'reading.state', 'reading.pages', 'reading.failure'])
    .select(['reading.doubts', 'reading.version'])
    .select(pages =>
      pages
        .selectFrom('scan_page')
        .select(count => count.fn.countAll<number>().as('done'))
        .whereRef('scan_page.file_id', '=', 'reading.file_id')
        .as('done'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>
const toReading = (row: Row) => ({
  id: row.id,
  bodyId: row.body_id,
  fileId: row.file_id,
  fileName: row.name,
  /** Entered in the register: from then on it belongs to its line. */
  registered: row.subject_kind !== null,
  discarded: row.removed_at !== null,
  state: row.state as ReadingState,
  pages: row.pages,
  done: row.done ?? 0,
  failure: row.failure,
  doubts: row.doubts,
  version: row.version,
})
export type FileReading = ReturnType<typeof toReading>

/** A reading within rights, with the beginning of its text ('' while there is none). Refuses 'not-found'. */
export async function getReading(db: ReadDb, id: string): Promise<FileReading & { text: string }> {
  const row = await heads(db)
    .select(sql<string | null>`left(reading.text, ${SHOWN_LETTERS})`.as('text'))
    .where('reading.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'reading' })
  return { ...toReading(row), text: row.text ?? '' }
}

export async function findReadingOf(db: ReadDb, fileId: string): Promise<FileReading | null> {
  const row = await heads(db).where('reading.file_id', '=', fileId).executeTakeFirst()
  return row ? toReading(row) : null
}

/** Files that are being read or were, and are not entered in the register: those that wait for it, and those that were discarded. */
export async function unregistered(db: ReadDb, bodyId: string): Promise<FileReading[]> {
  const rows = await heads(db)
    .where('reading.body_id', '=', bodyId)
    .where('file.id', 'is not', null)
    .where('file.subject_kind', 'is', null)
    .orderBy('reading.asked_at', 'desc')
    .execute()
  return rows.map(toReading)
}

/** Out of the clerk's sight; cleaned away like other files that nothing has taken up, its days counted from now. */
export const setAside = (tx: Tx, fileId: string, now: Date) => putWaiting(tx, fileId, { removed_at: now, released_at: now })
export const takeBack = (tx: Tx, fileId: string, now: Date) => putWaiting(tx, fileId, { removed_at: null, released_at: now })

/** Only of what is entered nowhere, and only once: refuses 'changed-meanwhile'. */
async function putWaiting(tx: Tx, fileId: string, change: { removed_at: Date | null; released_at: Date }): Promise<void> {
  const row = await tx
    .updateTable('file')
    .set(change)
    .where('id', '=', fileId)
    .where('subject_kind', 'is', null)
    .where('removed_at', change.removed_at ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
}

export type ToRead = { fileId: string; sha256: string; name: string; pages: number | null }

/** Readings that go on; of a discarded file none does. */
export const openReadings = (db: ReadDb) =>
  db
    .selectFrom('file_reading')
    .innerJoin('file', 'file.id', 'file_reading.file_id')
    .select(['file_reading.id', 'file.id as fileId', 'sha256', 'name', 'pages'])
    .where('state', '=', 'reading')
    .where('file.removed_at', 'is', null)

/** What is still to be read; null where it was stopped or discarded, or is done. */
export async function findToRead(db: ReadDb, readingId: string): Promise<ToRead | null> {
  return (await openReadings(db).where('file_reading.id', '=', readingId).executeTakeFirst()) ?? null
}

export async function findScan(db: ReadDb, readingId: string): Promise<ScanToRead | null> {
  const found = await findToRead(db, readingId)
  if (!found?.pages) return null
  const done = await db.selectFrom('scan_page').select('number').where('file_id', '=', found.fileId).execute()
  return { ...found, pages: found.pages, done: done.map(page => page.number) }
}

/** Bodies of the site by every name they had, and issuers that the own register has met. */
export async function knownIssuers(db: ReadDb): Promise<KnownIssuer[]> {
  const bodies = await db.selectFrom('body').select(['name', 'symbol']).execute()
  const met = await db.selectFrom('incoming').select('issuer').distinct().execute()
  return [...bodies, ...met.map(({ issuer }) => ({ name: issuer, symbol: null }))]
}

/** Files whose words hold what was asked, as a tsquery, and how well (below 1). */
export const filesHolding = (db: ReadDb, words: string) =>
  db
    .selectFrom('file_reading')
    .select(['file_id', sql<number>`ts_rank(words, to_tsquery('simple', ${words}))`.as('rank')])
    .where('file_id', 'is not', null)
    .where(sql<boolean>`words @@ to_tsquery('simple', ${words})`)
