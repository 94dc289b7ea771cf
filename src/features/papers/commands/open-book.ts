import { sql } from 'kysely'
import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { bookInput } from '../contract.ts'
import { keyOn, lockBook } from '../registers/books.ts'
import { CLERK } from '../rules.ts'

/** The book goes on where the one kept on paper ended, while it has no line of its own. */
export const openBook = command({
  name: 'papers.open-book',
  permission: CLERK,
  input: bookInput,
  run: async ({ tx, acting }, { bookId, kind, dated, first }) => {
    const { bodyId } = personOf(acting)
    const key = await keyOn(tx, bodyId, kind, dated)
    const book = await lockBook(tx, bodyId, 'out', key)
    const begun = await tx
      .selectFrom('register_entry')
      .select('id')
      .where('book_id', '=', book.id)
      .where('counted', '=', true)
      .limit(1)
      .executeTakeFirst()
    if (begun) throw new Refusal('papers.book-begun')
    await tx
      .updateTable('register_book')
      .set({ first_number: first, last_number: first - 1, version: sql`version + 1` })
      .where('id', '=', book.id)
      .execute()
    return { result: { bookId: book.id }, audit: { kind: 'register-book', id: bookId, detail: { key, first } } }
  },
})
