import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { anyRole, personOf, whyNotPermitted } from '../../../kernel/permissions.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { getBody } from '../../agencies/index.ts'
import { type BookLine, bookOf, booksOf } from '../registers/book.ts'
import { CLERK } from '../rules.ts'

/** The outgoing register of the own body: one book of it, by words where they are asked for. */
export const register = query({
  name: 'papers.register',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ key: z.string().max(40).optional(), words: z.string().max(200).optional() }),
  run: async ({ db, acting, today }, { key, words }) => {
    const { bodyId } = personOf(acting)
    const body = await getBody(db, bodyId)
    const books = await booksOf(db, bodyId)
    const open = key ?? books[0]?.key ?? String(yearOf(today))
    const book = await bookOf(db, bodyId, open)
    const terms = body.kind === 'party' ? await db.selectFrom('register_term').selectAll().orderBy('starts_on').execute() : []
    const wanted = fold(words ?? '')
    return {
      today,
      body: { name: body.name, superior: body.superior, party: body.kind === 'party' },
      books: books.map(one => one.key),
      bookId: books.find(one => one.key === open)?.id ?? null,
      book: book ?? { key: open, first: 1, last: 0, lines: [] },
      lines: (book?.lines ?? []).filter(line => wanted === '' || fold(saidOf(line)).includes(wanted)),
      terms: terms.map(term => ({ startsOn: term.starts_on, name: term.name })),
      can: { keep: whyNotPermitted(CLERK, acting) === null },
    }
  },
})

const saidOf = ({ number, cited, subject, kind, issuers, recipients, keptFor, reason }: BookLine): string =>
  [number, cited, subject, kind, ...issuers, ...recipients, keptFor, reason].filter(Boolean).join(' ')
