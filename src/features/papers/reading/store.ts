import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { ScanToRead } from '../../programmes/index.ts'
import type { ReadingState } from './contract.ts'
import type { KnownIssuer } from './issuer.ts'

/** Its words are shown so far; the whole text is searched. */
const SHOWN_LETTERS = 60_000

const heads = (db: ReadDb) =>
  db
    .selectFrom('file_reading as reading')
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
  state: row.state as ReadingState,
  pages: row.pages,
  done: row.done ?? 0,
  failure: row.failure,
  doubts: row.doubts,
  version: row.version,
})
export type FileReading = ReturnType<typeof toReading>

/** A reading within rights, with the beginning of its text ('' while there is none). Refuses 'not-found'. */
export async function getReading(db: ReadDb, id: string): Promise<FileReading & { text: string; fileName: string | null }> {
  const row = await heads(db)
    .leftJoin('file', 'file.id', 'reading.file_id')
    .select('file.name')
    .select(sql<string | null>`left(reading.text, ${SHOWN_LETTERS})`.as('text'))
    .where('reading.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'reading' })
  return { ...toReading(row), text: row.text ?? '', fileName: row.name }
}

export async function findReadingOf(db: ReadDb, fileId: string): Promise<FileReading | null> {
  const row = await heads(db).where('reading.file_id', '=', fileId).executeTakeFirst()
  return row ? toReading(row) : null
}

/** Files that are being read or were, and are not entered in the register yet. */
export async function unregistered(db: ReadDb, bodyId: string): Promise<(FileReading & { fileName: string })[]> {
  const rows = await heads(db)
    .innerJoin('file', 'file.id', 'reading.file_id')
    .select('file.name')
    .where('reading.body_id', '=', bodyId)
    .where('file.subject_kind', 'is', null)
    .where(none => none.not(none.exists(none.selectFrom('incoming').select('id').whereRef('incoming.file_id', '=', 'file.id'))))
    .orderBy('reading.asked_at', 'desc')
    .execute()
  return rows.map(row => ({ ...toReading(row), fileName: row.name }))
}

export type ToRead = { fileId: string; sha256: string; name: string; pages: number | null }

/** What is still to be read; null where it was stopped, or is done. */
export async function findToRead(db: ReadDb, readingId: string): Promise<ToRead | null> {
  const row = await db
    .selectFrom('file_reading')
    .innerJoin('file', 'file.id', 'file_reading.file_id')
    .select(['file.id as fileId', 'sha256', 'name', 'pages'])
    .where('file_reading.id', '=', readingId)
    .where('state', '=', 'reading')
    .executeTakeFirst()
  return row ?? null
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

/** Files whose words hold what was asked, as a tsquery. */
export const filesHolding = (db: ReadDb, words: string) =>
  db
    .selectFrom('file_reading')
    .select('file_id')
    .where('file_id', 'is not', null)
    .where(sql<boolean>`words @@ to_tsquery('simple', ${words})`)
