import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { addDays, type IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Compared, DAYS_AROUND, mayBeSame } from './alike.ts'
import type { Merge, MergeState } from './rules.ts'

export type MergeRow = Merge & { id: string; programmeId: string }

const select = (db: ReadDb) =>
  db.selectFrom('activity_merge').select(['id', 'programme_id', 'kept_id', 'kept_body', 'merged_id', 'merged_body', 'state'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toMerge = (row: Row): MergeRow => ({
  id: row.id,
  programmeId: row.programme_id,
  keptId: row.kept_id,
  keptBody: row.kept_body,
  mergedId: row.merged_id,
  mergedBody: row.merged_body,
  state: row.state as MergeState,
})

/** Refuses 'not-found'. */
export async function getMerge(db: ReadDb, id: string): Promise<MergeRow> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'merge' })
  return toMerge(row)
}

/** The merges of an activity, on either side, that wait for an answer or were agreed to. */
export async function standingMerges(db: ReadDb, activityIds: readonly string[]): Promise<MergeRow[]> {
  const rows = await select(db)
    .where('state', 'in', ['proposed', 'agreed'])
    .where(on => on.or([on('kept_id', 'in', activityIds), on('merged_id', 'in', activityIds)]))
    .orderBy('created_at')
    .execute()
  return rows.map(toMerge)
}

/** Moves a merge on from the state that it was seen in, or refuses 'changed-meanwhile'. */
export async function moveMerge(tx: Tx, merge: MergeRow, state: MergeState, by: { accountId: string; now: Date }): Promise<void> {
  const moved = await tx
    .updateTable('activity_merge')
    .set({ state, answered_by: by.accountId, answered_at: by.now })
    .where('id', '=', merge.id)
    .where('state', '=', merge.state)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new Refusal('changed-meanwhile')
}

/** Puts the record that is kept under the items of the one that is taken in, beside its own, until they are parted. */
export async function joinItems(tx: Tx, { id, keptId, mergedId, programmeId }: MergeRow): Promise<void> {
  await tx
    .insertInto('activity_item')
    .columns(['activity_id', 'item_id', 'programme_id', 'merge_id'])
    .expression(
      tx
        .selectFrom('activity_item')
        .select([sql<string>`${keptId}::uuid`.as('activity_id'), 'item_id', sql<string>`${programmeId}::uuid`.as('programme_id')])
        .select(sql<string>`${id}::uuid`.as('merge_id'))
        .where('activity_id', '=', mergedId),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Takes the record that was kept from under the items that the merge brought. */
export async function partItems(tx: Tx, { id }: MergeRow): Promise<void> {
  await tx.deleteFrom('activity_item').where('merge_id', '=', id).execute()
}

export type Alike = { id: string; title: string; heldOn: IsoDate; place: string; body: string }

const placesOf = sql<string[]>`ARRAY(SELECT p.id FROM activity_place s JOIN place v ON v.id = s.place_id
  JOIN place p ON p.id = v.id OR (v.kind = 'village' AND p.id = v.parent_id) WHERE s.activity_id = activity.id)`

/** Records of the other sides that may be of the same event, and stand for nothing else yet. */
export async function alikeOf(db: ReadDb, activityId: string): Promise<Alike[]> {
  const columns = ['activity.id', 'kind', 'title', 'held_on', 'place', 'owner_body', 'programme_id'] as const
  const own = await db
    .selectFrom('activity')
    .select(columns)
    .select(placesOf.as('places'))
    .where('id', '=', activityId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('activity')
    .innerJoin('body', 'body.id', 'owner_body')
    .select(['activity.id', 'activity.kind', 'title', 'held_on', 'activity.place', 'body.short_name'])
    .select(placesOf.as('places'))
    .where('programme_id', '=', own.programme_id)
    .where('owner_body', '<>', own.owner_body)
    .where('activity.kind', '=', own.kind)
    .where('held_on', '>=', addDays(own.held_on, -DAYS_AROUND))
    .where('held_on', '<=', addDays(own.held_on, DAYS_AROUND))
    .where('removed_at', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM activity_merge m WHERE m.state IN ('proposed', 'agreed')
        AND activity.id IN (m.kept_id, m.merged_id))`,
    )
    .orderBy('held_on')
    .orderBy('activity.id')
    .limit(50)
    .execute()
  const compared = (row: Omit<Compared, 'heldOn' | 'placeIds'> & { held_on: IsoDate; places: string[] }): Compared => ({
    kind: row.kind,
    heldOn: row.held_on,
    title: row.title,
    place: row.place,
    placeIds: row.places,
  })
  return rows
    .filter(row => mayBeSame(compared(own), compared(row)))
    .map(({ id, title, held_on: heldOn, place, short_name: body }) => ({ id, title, heldOn, place, body }))
}
