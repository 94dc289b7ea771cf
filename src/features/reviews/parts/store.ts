import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { ReportPeriod } from '../../../kernel/periods.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { ReviewState } from '../contract.ts'
import { periodOf } from '../store.ts'
import type { PartState } from './contract.ts'
import type { PartFacts } from './rules.ts'

/** That a part is awaited, as every party knows it. */
export type AwaitedPart = { id: string; bodyId: string; place: string; title: string; dueOn: string; arrivedAt: Date | null }

export const awaitedParts = (db: ReadDb, reviewId: string): Promise<AwaitedPart[]> =>
  db
    .selectFrom('review_part')
    .select(['id', 'body_id as bodyId', 'place', 'title', 'due_on as dueOn', 'arrived_at as arrivedAt'])
    .where('review_id', '=', reviewId)
    .where('dropped_at', 'is', null)
    .orderBy('due_on')
    .orderBy('asked_at')
    .execute()

/** A part as its own side works on it. */
export type OwnPart = PartFacts & {
  id: string
  reviewId: string
  programmeId: string
  programmeTitle: string
  period: ReportPeriod
  place: string
  title: string
  dueOn: string
  unitId: string
  unit: string
  note: string
  text: string
  reason: string | null
  askedBy: string
  handedAt: Date | null
  version: number
}

const select = (db: ReadDb) =>
  db
    .selectFrom('review_part as part')
    .innerJoin('review_part_work as work', 'work.id', 'part.id')
    .innerJoin('review', 'review.id', 'part.review_id')
    .innerJoin('programme', 'programme.id', 'review.programme_id')
    .innerJoin('unit', 'unit.id', 'work.unit_id')
    .select(['part.id', 'part.review_id as reviewId', 'review.programme_id as programmeId', 'review.state as reviewState'])
    .select(['programme.title as programmeTitle', 'review.kind', 'review.year', 'review.half', 'review.first_year'])
    .select(['part.body_id as bodyId', 'part.place', 'part.title', 'part.due_on as dueOn', 'part.dropped_at'])
    .select(['work.unit_id as unitId', 'unit.name as unit', 'work.note', 'work.text', 'work.reason', 'work.state'])
    .select(['work.asked_by as askedBy', 'work.handed_at as handedAt', 'work.version'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const asPart = ({ dropped_at, reviewState, state, kind, year, half, first_year, ...row }: Row): OwnPart => ({
  ...row,
  period: periodOf({ kind, year, half, first_year }),
  state: state as PartState,
  reviewState: reviewState as ReviewState,
  dropped: dropped_at !== null,
})

/** A part that the own side asked for. Refuses 'not-found'. */
export async function getPart(db: ReadDb, id: string): Promise<OwnPart> {
  const row = await select(db).where('part.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'review-part' })
  return asPart(row)
}

/** What the own side has asked for: of one report, or all that is still to be written. */
export async function ownParts(db: ReadDb, bodyId: string, reviewId?: string): Promise<OwnPart[]> {
  let query = select(db).where('part.body_id', '=', bodyId).where('part.dropped_at', 'is', null).orderBy('part.due_on')
  query = reviewId
    ? query.where('part.review_id', '=', reviewId)
    : query.where('work.state', '<>', 'handed-in').where('review.state', '=', 'proposed')
  return (await query.execute()).map(asPart)
}

/** The units of the own side that stand on a day, by name. */
export const unitsOf = (db: ReadDb, bodyId: string, on: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('body_id', '=', bodyId)
    .where(unit => unit.or([unit('ended_on', 'is', null), unit('ended_on', '>=', on)]))
    .orderBy('name')
    .execute()

/** What every party knows of a part changes with it. */
export async function markPart(
  tx: Tx,
  id: string,
  change: { arrived_at?: Date | null; dropped_at?: Date | null },
): Promise<void> {
  const changed = await tx.updateTable('review_part').set(change).where('id', '=', id).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}
