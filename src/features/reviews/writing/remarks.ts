import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { type Acting, whyNotPermitted, workers } from '../../../kernel/permissions.ts'
import { Refusal, type WhyNot } from '../../../kernel/refusal.ts'
import type { RemarkOutcome, ReviewState } from '../contract.ts'

/** What a side says of a place in the text. `replacement` is null for a comment; `outcome` once it is closed. */
export type Remark = {
  id: string
  reviewId: string
  bodyId: string
  quote: string
  note: string
  replacement: string | null
  raisedAt: Date
  outcome: RemarkOutcome | null
}

const rows = (db: ReadDb) =>
  db
    .selectFrom('review_remark')
    .select(['id', 'review_id as reviewId', 'body_id as bodyId', 'quote', 'note', 'replacement'])
    .select(['raised_at as raisedAt', 'outcome'])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const asRemark = (row: Row): Remark => ({ ...row, outcome: row.outcome as RemarkOutcome | null })

/** Those of a text that still wait, in the order in which they were made. */
export async function openRemarks(db: ReadDb, reviewId: string): Promise<Remark[]> {
  const found = await rows(db)
    .where('review_id', '=', reviewId)
    .where('outcome', 'is', null)
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
  return found.map(asRemark)
}

/** Comments on whole places made since a moment that were not taken back, in the order in which they were made: what was said. */
export const saidSince = (db: ReadDb, reviewId: string, since: Date): Promise<{ quote: string; note: string }[]> =>
  db
    .selectFrom('review_remark')
    .select(['quote', 'note'])
    .where('review_id', '=', reviewId)
    .where('replacement', 'is', null)
    .where('raised_at', '>=', since)
    .where(either => either.or([either('outcome', 'is', null), either('outcome', '=', 'settled')]))
    .orderBy('raised_at')
    .orderBy('id')
    .execute()

export async function getRemark(db: ReadDb, id: string): Promise<Remark> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'review-remark' })
  return asRemark(row)
}

/** Closes an open one, or says that somebody was faster. */
export async function markClosed(
  tx: Tx,
  id: string,
  closing: { outcome: RemarkOutcome; bodyId: string; at: Date },
): Promise<void> {
  const closed = await tx
    .updateTable('review_remark')
    .set({ outcome: closing.outcome, closed_body: closing.bodyId, closed_at: closing.at })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

type Closed = Pick<Remark, 'bodyId' | 'replacement' | 'outcome'>

/** Its own side withdraws a remark; any side of those who write accepts or refuses a suggestion, and settles a comment. */
export function whyNotCloseRemark(acting: Acting, remark: Closed, outcome: RemarkOutcome, state: ReviewState): WhyNot {
  if (state === 'frozen') return { code: 'reviews.frozen' }
  const code = whyNotPermitted({ roles: workers, reach: 'party' }, acting)
  if (code) return { code }
  if (remark.outcome !== null) return { code: 'changed-meanwhile' }
  const own = typeof acting !== 'string' && acting.bodyId === remark.bodyId
  if (outcome === 'withdrawn') return own ? null : { code: 'reviews.not-your-remark' }
  const fits = outcome === 'settled' ? remark.replacement === null : remark.replacement !== null
  return fits ? null : { code: 'bad-input' }
}

const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, '')

/** A suggestion goes in for the words that it was made on: nobody's later words are lost with them. `marked` is what stands there now. */
export function whyNotTakeIn({ quote }: Pick<Remark, 'quote'>, marked: string | null): WhyNot {
  if (marked === null) return { code: 'reviews.remark-adrift' }
  return bare(marked) === bare(quote) ? null : { code: 'reviews.remark-overtaken' }
}
