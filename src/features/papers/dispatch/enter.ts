import type { Insertable } from 'kysely'
import type { Tx } from '../../../engine/db/database.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import { yearOf } from '../../../kernel/dates.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { lockBook, takeNext } from '../registers/books.ts'
import { cameAlready } from './store.ts'

type Row = Omit<Insertable<DB['incoming']>, 'number' | 'book_id' | 'body_id' | 'created_by' | 'created_at'> & {
  cited: string
  dated: string
  issuer: string
  arrived_on: string
}

/** Enters what came under the next number of the year; the same paper that comes again is refused with the number it has. */
export async function enterIncoming(tx: Tx, actor: Actor, now: Date, row: Row): Promise<number> {
  const book = await lockBook(tx, actor.bodyId, 'in', String(yearOf(row.arrived_on)))
  const { cited, dated, issuer } = row
  const known = await cameAlready(tx, { sha256: row.sha256 ?? null, cited, dated, issuer })
  if (known !== null) throw new Refusal('papers.came-already', { number: known })
  const number = await takeNext(tx, book)
  const by = { body_id: actor.bodyId, created_by: actor.accountId, created_at: now }
  await tx
    .insertInto('incoming')
    .values({ ...row, ...by, book_id: book.id, number })
    .execute()
  return number
}
