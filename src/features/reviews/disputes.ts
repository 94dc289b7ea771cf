import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { type Acting, type Permission, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import type { ReviewState } from './contract.ts'

/** Officers and leaders of every party say what they hold to be wrong. */
export const DISPUTE: Permission = { roles: workers, reach: 'party' }

/** A side's word on a figure of a shared report. `value` is the number as it stood then; `closedAt` once the side has withdrawn it. */
export type Dispute = {
  id: string
  reviewId: string
  bodyId: string
  figureId: string
  value: number
  note: string
  raisedAt: Date
  closedAt: Date | null
}

const rows = (db: ReadDb) =>
  db
    .selectFrom('figure_dispute')
    .select(['id', 'review_id as reviewId', 'body_id as bodyId', 'figure_id as figureId', 'value', 'note'])
    .select(['raised_at as raisedAt', 'closed_at as closedAt'])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const asDispute = (row: Row): Dispute => ({ ...row, value: row.value })

/** All of a report, the open ones first, the latest first. */
export async function disputesOf(db: ReadDb, reviewId: string): Promise<Dispute[]> {
  const found = await rows(db).where('review_id', '=', reviewId).orderBy('raised_at', 'desc').orderBy('id').execute()
  return found.map(asDispute).toSorted((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null))
}

export async function getDispute(db: ReadDb, id: string): Promise<Dispute> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'figure-dispute' })
  return asDispute(row)
}

/** Closes an open one, or says that somebody was faster. */
export async function markClosed(tx: Tx, id: string, now: Date): Promise<void> {
  const closed = await tx
    .updateTable('figure_dispute')
    .set({ closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

/** A figure is disputed while the report lies before the parties: a draft is still its side's own, a frozen one is agreed. */
export function whyNotDispute(acting: Acting, { state }: { state: ReviewState }): WhyNot {
  if (state === 'frozen') return { code: 'reviews.frozen' }
  if (state === 'draft') return { code: 'reviews.propose-first' }
  const code = whyNotPermitted(DISPUTE, acting)
  return code ? { code } : null
}

/** The side that raised it withdraws it, once the records are put right or the sides agree on the number. */
export function whyNotCloseDispute(acting: Acting, { bodyId }: Pick<Dispute, 'bodyId'>): WhyNot {
  if (typeof acting === 'string' || acting.bodyId !== bodyId) return { code: 'reviews.not-your-dispute' }
  const code = whyNotPermitted(DISPUTE, acting)
  return code ? { code } : null
}
