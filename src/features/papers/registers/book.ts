import type { ReadDb } from '../../../engine/db/database.ts'
import type { PaperProfile } from '../../documents/index.ts'
import type { EntryStanding } from '../contract.ts'
import { nameOf } from '../kinds.ts'
import { printNumber, printSymbol } from '../numbers.ts'

export type BookLine = {
  id: string
  version: number
  number: string
  /** Of this book; else it is the lead's number of a joint paper. */
  counted: boolean
  standing: EntryStanding
  dated: string
  kind: string
  cited: string | null
  subject: string | null
  issuers: string[]
  /** As printed on the frozen file; of one that was written elsewhere nobody is told. */
  signers: string[]
  recipients: string[]
  pages: number | null
  paperId: string | null
  paperState: string | null
  keptFor: string | null
  reason: string | null
}
export type Book = { key: string; first: number; last: number; lines: BookLine[] }

/** The outgoing books of a body, the latest first. */
export const booksOf = async (db: ReadDb, bodyId: string) =>
  db
    .selectFrom('register_book')
    .select(['id', 'key', 'first_number', 'last_number'])
    .where('body_id', '=', bodyId)
    .where('direction', '=', 'out')
    .orderBy('key', 'desc')
    .execute()

/** One book line by line: every number from the first on is an issued paper, one that is kept, or one cancelled with its reason. */
export async function bookOf(db: ReadDb, bodyId: string, key: string): Promise<Book | null> {
  const book = (await booksOf(db, bodyId)).find(one => one.key === key)
  if (!book) return null
  const rows = await db
    .selectFrom('register_entry')
    .leftJoin('paper', 'paper.id', 'register_entry.paper_id')
    .selectAll('register_entry')
    .select([
      'paper.subject',
      'paper.symbol',
      'paper.profile',
      'paper.recipients',
      'paper.pages',
      'paper.signers',
      'paper.state as paper_state',
    ])
    .where('book_id', '=', book.id)
    .orderBy('register_entry.dated')
    .orderBy('counted', 'desc')
    .orderBy('register_entry.number')
    .orderBy('register_entry.letter')
    .execute()
  const issuers = await issuersOf(
    db,
    rows.flatMap(row => row.paper_id ?? []),
  )
  const lines = rows.map((row): BookLine => {
    const number = printNumber(row.number, row.letter)
    return {
      id: row.id,
      version: row.version,
      number,
      counted: row.counted,
      standing: row.standing as EntryStanding,
      dated: row.dated,
      kind: nameOf(row.kind),
      cited: row.symbol && row.profile ? printSymbol(row.profile as PaperProfile, number, row.symbol) : null,
      subject: row.subject,
      issuers: issuers.get(row.paper_id ?? '') ?? [],
      signers: ((row.signers ?? []) as { name: string }[]).map(({ name }) => name),
      recipients: row.recipients ?? [],
      pages: row.pages,
      // A paper that is kept to its unit is a line without its matter to others.
      paperId: row.paper_state === null ? null : row.paper_id,
      paperState: row.paper_state,
      keptFor: row.kept_for,
      reason: row.cancelled_reason,
    }
  })
  return { key, first: book.first_number, last: book.last_number, lines }
}

async function issuersOf(db: ReadDb, paperIds: readonly string[]): Promise<Map<string, string[]>> {
  if (paperIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('paper_party')
    .innerJoin('body', 'body.id', 'paper_party.body_id')
    .select(['paper_id', 'body.short_name'])
    .where('paper_id', 'in', paperIds)
    .orderBy('position')
    .execute()
  const found = Map.groupBy(rows, row => row.paper_id)
  return new Map([...found].map(([id, sides]) => [id, sides.map(side => side.short_name)]))
}
