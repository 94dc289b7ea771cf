import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { nextLetter, printNumber } from '../numbers.ts'
import { whyNotDated } from '../rules.ts'
import { keyOn, latestDay, lockBook, takeNext } from './books.ts'

export const getEntry = async (db: ReadDb, id: string) => {
  const row = await db.selectFrom('register_entry').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'register-entry' })
  return row
}

export type Taken = { entryId: string; number: number; letter: string; dated: IsoDate }
type Taking = { actor: Actor; now: Date; today: IsoDate; entryId: string; kind: string; dated: IsoDate }
type For = { paperId: string } | { keptFor: string }

const columnsFor = (whom: For) =>
  'paperId' in whom ? { standing: 'issued', paper_id: whom.paperId } : { standing: 'reserved', kept_for: whom.keptFor }

/** The next number of the book of that day, for a paper or kept for one to come. */
export async function takeNumber(tx: Tx, at: Taking, whom: For): Promise<Taken> {
  const { actor, entryId, kind, dated, today } = at
  const book = await lockBook(tx, actor.bodyId, 'out', await keyOn(tx, actor.bodyId, kind, dated))
  refuseIf(whyNotDated(dated, { today, latest: await latestDay(tx, book.id) }))
  const number = await takeNext(tx, book)
  await enter(tx, at, { book_id: book.id, counted: true, number, letter: '', dated, ...columnsFor(whom) })
  return { entryId, number, letter: '', dated }
}

/** A letter behind a number that has gone: 06A bears the day of 06. */
export async function takeLetter(tx: Tx, at: Taking, after: number, paperId: string): Promise<Taken> {
  const book = await lockBook(tx, at.actor.bodyId, 'out', await keyOn(tx, at.actor.bodyId, at.kind, at.dated))
  const same = await tx
    .selectFrom('register_entry')
    .select(['letter', 'dated', 'standing'])
    .where('book_id', '=', book.id)
    .where('counted', '=', true)
    .where('number', '=', after)
    .execute()
  const base = same.find(one => one.letter === '')
  if (base?.standing !== 'issued') throw new Refusal('papers.no-such-number', { number: after })
  if (base.dated !== at.dated) throw new Refusal('papers.day-of-number', { day: base.dated })
  const letter = nextLetter(same.map(one => one.letter))
  if (letter === null) throw new Refusal('papers.letters-used')
  const row = { book_id: book.id, counted: true, number: after, letter, dated: base.dated, standing: 'issued', paper_id: paperId }
  await enter(tx, at, row)
  return { entryId: at.entryId, number: after, letter, dated: base.dated }
}

/** A number that was kept goes to its paper, under the day on which it was kept. */
export async function takeKept(tx: Tx, at: Taking, keptId: string, paperId: string): Promise<Taken> {
  const kept = await getEntry(tx, keptId)
  if (kept.standing !== 'reserved' || kept.kind !== at.kind) throw new Refusal('papers.not-kept')
  if (kept.dated !== at.dated) throw new Refusal('papers.day-of-number', { day: kept.dated })
  const { numUpdatedRows } = await tx
    .updateTable('register_entry')
    .set({ standing: 'issued', paper_id: paperId, version: kept.version + 1 })
    .where('id', '=', keptId)
    .where('version', '=', kept.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
  return { entryId: keptId, number: kept.number, letter: kept.letter, dated: kept.dated }
}

type Joint = { paperId: string; kind: string; number: number; letter: string; dated: IsoDate }

/** A further side enters the joint paper under the lead's number; its own counter stays. */
export async function enterJoint(tx: Tx, at: Pick<Taking, 'actor' | 'now' | 'entryId'>, joint: Joint): Promise<void> {
  const { paperId, kind, number, letter, dated } = joint
  const book = await lockBook(tx, at.actor.bodyId, 'out', await keyOn(tx, at.actor.bodyId, kind, dated))
  const row = { book_id: book.id, counted: false, number, letter, dated, standing: 'issued', paper_id: paperId }
  await enter(tx, { ...at, kind }, row)
}

type Columns = {
  book_id: string
  counted: boolean
  number: number
  letter: string
  dated: IsoDate
  standing: string
  paper_id?: string
  kept_for?: string
}

const enter = (tx: Tx, { actor, now, entryId, kind }: Pick<Taking, 'actor' | 'now' | 'entryId' | 'kind'>, columns: Columns) =>
  tx
    .insertInto('register_entry')
    .values({ id: entryId, body_id: actor.bodyId, kind, created_by: actor.accountId, created_at: now, ...columns })
    .execute()

/** Numbers of the own body that are kept for a paper of that type. */
export const keptNumbers = async (db: ReadDb, kind: string) => {
  const rows = await db
    .selectFrom('register_entry')
    .select(['id', 'number', 'letter', 'dated', 'kept_for'])
    .where('standing', '=', 'reserved')
    .where('kind', '=', kind)
    .orderBy('dated')
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: printNumber(row.number, row.letter),
    dated: row.dated,
    keptFor: row.kept_for ?? '',
  }))
}
