import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { getBody } from '../../agencies/index.ts'
import { bookKey } from '../numbers.ts'

/** The term of the committee on a day, as the clerk has entered it: "2025 - 2030". */
export async function termOn(db: ReadDb, bodyId: string, day: IsoDate): Promise<string | null> {
  const row = await db
    .selectFrom('register_term')
    .select('name')
    .where('body_id', '=', bodyId)
    .where('starts_on', '<=', day)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Which book of the body a paper of that type and day belongs to. Refuses 'papers.no-term'. */
export async function keyOn(db: ReadDb, bodyId: string, kind: string, dated: IsoDate): Promise<string> {
  const body = await getBody(db, bodyId)
  const key = bookKey(body.kind, kind, dated, await termOn(db, bodyId, dated))
  if (key === null) throw new Refusal('papers.no-term')
  return key
}

type Book = { id: string; last: number }

/** The book, made where it is new; whoever asks has it for this transaction. */
export async function lockBook(tx: Tx, bodyId: string, direction: 'out' | 'in', key: string): Promise<Book> {
  const { rows } = await sql<Book>`
    INSERT INTO register_book (id, body_id, direction, key) VALUES (${newId()}, ${bodyId}, ${direction}, ${key})
    ON CONFLICT (home, body_id, direction, key) DO UPDATE SET last_number = register_book.last_number
    RETURNING id, last_number AS last`.execute(tx)
  return rows[0]!
}

/** The next number of a locked book: raised with the change that takes it, so that none is doubled and none is lost. */
export async function takeNext(tx: Tx, book: Book): Promise<number> {
  const { last_number } = await tx
    .updateTable('register_book')
    .set({ last_number: sql`last_number + 1`, version: sql`version + 1` })
    .where('id', '=', book.id)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}

/** The day of the last number, before which no further one is dated. */
export async function latestDay(db: ReadDb, bookId: string): Promise<IsoDate | null> {
  const row = await db
    .selectFrom('register_entry')
    .select('dated')
    .where('book_id', '=', bookId)
    .where('counted', '=', true)
    .where('letter', '=', '')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.dated ?? null
}
