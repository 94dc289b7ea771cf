import { sql } from 'kysely'
import { type Doc, encodeStateAsUpdate } from 'yjs'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Texts } from '../contract.ts'
import { openText, textsOf } from './text.ts'

/** The side of each writing place: Yjs client → body. */
export type Writers = Record<string, string>

/**
 * The shared text as it is kept. `revision` goes up with every keeping. `seen` are the compiled sentences that the sides have taken in
 * or left out; null where they are not known.
 */
export type KeptText = { state: Uint8Array; writers: Writers; revision: number; seen: string[] | null }

const select = (db: ReadDb, reviewId: string) =>
  db.selectFrom('review_text').select(['state', 'writers', 'revision', 'compiled']).where('review_id', '=', reviewId)

const asText = ({ state, writers, revision, compiled }: Row): KeptText => ({
  state,
  writers: writers as Writers,
  revision,
  seen: compiled as string[] | null,
})
type Row = { state: Buffer; writers: unknown; revision: number; compiled: unknown }

/** The text within rights. Refuses 'not-found'. */
export async function getText(db: ReadDb, reviewId: string): Promise<KeptText> {
  const row = await select(db, reviewId).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'review-text' })
  return asText(row)
}

/** How often the text has been kept. */
export async function revisionOf(db: ReadDb, reviewId: string): Promise<number> {
  const row = await db.selectFrom('review_text').select('revision').where('review_id', '=', reviewId).executeTakeFirstOrThrow()
  return row.revision
}

/**
 * Takes the text for this transaction. Null where it is no longer written: a room that comes late with its last words
 * finds it frozen and keeps nothing. The review is held too, so that none is frozen in between.
 */
export async function lockText(tx: Tx, reviewId: string): Promise<KeptText | null> {
  const review = await tx.selectFrom('review').select('state').where('id', '=', reviewId).forShare().executeTakeFirst()
  if (review?.state !== 'proposed') return null
  const row = await select(tx, reviewId).forUpdate().executeTakeFirst()
  return row ? asText(row) : null
}

export type Kept = { state: Uint8Array; writers: Writers; texts: Texts }

/** Keeps a text that this transaction has taken. Returns its revision. */
export async function keepText(tx: Tx, reviewId: string, { state, writers, texts }: Kept): Promise<number> {
  const { revision } = await tx
    .updateTable('review_text')
    .set({
      state: Buffer.from(state),
      writers: JSON.stringify(writers),
      texts: JSON.stringify(texts),
      revision: sql`revision + 1`,
    })
    .where('review_id', '=', reviewId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/**
 * A command writes into the text; open rooms hear of it. `by` is the side whose words they are, null where they were written before.
 * Refuses where it is no longer written.
 */
export async function changeText(tx: Tx, reviewId: string, by: string | null, change: (doc: Doc) => void): Promise<void> {
  const kept = await lockText(tx, reviewId)
  if (!kept) throw new Refusal('reviews.frozen')
  const doc = openText(kept.state)
  change(doc)
  const writers = by === null ? kept.writers : { ...kept.writers, [doc.clientID]: by }
  await keepText(tx, reviewId, { state: encodeStateAsUpdate(doc), writers, texts: textsOf(doc) })
}

/** Notes which compiled sentences the sides have taken in or left out. */
export const noteSeen = (tx: Tx, reviewId: string, seen: readonly string[]) =>
  tx
    .updateTable('review_text')
    .set({ compiled: JSON.stringify(seen) })
    .where('review_id', '=', reviewId)
    .execute()

type BegunText = { reviewId: string; state: Uint8Array; texts: Texts; seen: readonly string[] | null; by: string; at: Date }

/** Enters the text of a review; a second one is refused. */
export async function insertText(tx: Tx, row: BegunText) {
  const entered = await tx
    .insertInto('review_text')
    .values({
      review_id: row.reviewId,
      state: Buffer.from(row.state),
      texts: JSON.stringify(row.texts),
      compiled: row.seen && JSON.stringify(row.seen),
      begun_by: row.by,
      begun_at: row.at,
    })
    .onConflict(conflict => conflict.columns(['home', 'review_id']).doNothing())
    .executeTakeFirst()
  if (entered.numInsertedOrUpdatedRows !== 1n) throw new Refusal('reviews.text-begun')
}
