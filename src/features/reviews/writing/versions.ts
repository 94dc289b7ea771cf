import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CompiledReview, VersionOrigin } from '../contract.ts'
import { compileLive } from '../freezing.ts'
import type { Review } from '../store.ts'
import { getText, lockText } from './text-store.ts'

/** A line of the list of versions. `restores` names the version that was put back. */
export type ListedVersion = {
  id: string
  bodyId: string
  how: VersionOrigin
  name: string | null
  restores: string | null
  digest: string
  savedAt: Date
}

/** Versions of a text, the latest first. */
export async function versionsOf(db: ReadDb, reviewId: string): Promise<ListedVersion[]> {
  const rows = await db
    .selectFrom('review_version')
    .select(['id', 'body_id as bodyId', 'how', 'name', 'restores', 'digest', 'saved_at as savedAt'])
    .where('review_id', '=', reviewId)
    .orderBy('saved_at', 'desc')
    .orderBy(sql`how = 'before'`)
    .execute()
  return rows.map(row => ({ ...row, how: row.how as VersionOrigin }))
}

export type Version = { id: string; reviewId: string; state: Uint8Array; content: CompiledReview }

/** A version within rights, with its text. Refuses 'not-found'. */
export async function getVersion(db: ReadDb, id: string): Promise<Version> {
  const row = await db
    .selectFrom('review_version')
    .select(['id', 'review_id as reviewId', 'state', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'review-version' })
  return { ...row, content: row.content as CompiledReview }
}

export type Moment = { state: Uint8Array; compiled: CompiledReview; digest: string }

/** The text as it is kept at this moment, held until the transaction ends, and the review as it reads with it. Refuses where it is no longer written. */
export async function holdMoment(tx: Tx, review: Review): Promise<Moment> {
  if (!(await lockText(tx, review.id))) throw new Refusal('reviews.frozen')
  return momentOf(tx, review)
}

export const momentOf = async (tx: Tx, review: Review): Promise<Moment> => ({
  ...(await compileLive(tx, review)),
  state: (await getText(tx, review.id)).state,
})

type Saved = { id: string; reviewId: string; bodyId: string; by: string; at: Date } & (
  | { how: 'saved'; name: string }
  | { how: 'before' | 'restored'; restores: string }
)

export async function insertVersion(tx: Tx, moment: Moment, { reviewId, bodyId, by, at, ...said }: Saved): Promise<void> {
  await tx
    .insertInto('review_version')
    .values({
      ...said,
      review_id: reviewId,
      body_id: bodyId,
      state: Buffer.from(moment.state),
      content: JSON.stringify(moment.compiled),
      digest: moment.digest,
      saved_by: by,
      saved_at: at,
    })
    .execute()
}
