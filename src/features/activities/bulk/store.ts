import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { BulkRow } from '../contract.ts'
import type { KindBook } from '../kind-book.ts'
import { kindUnder } from '../rules.ts'
import { columnsOf } from '../store.ts'
import { sayingOf } from './row.ts'

export type Entered = { id: string; row: BulkRow }
type Place = { importId: string; programmeId: string; bodyId: string; accountId: string; now: Date; kinds: KindBook }

/** The id of a row by what it says: the same row entered again is the same activity. */
export function idOfRow(row: BulkRow, bodyId: string, programmeId: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([bodyId, programmeId, sayingOf(row)]))
    .digest('hex')
  // Version 8 of RFC 9562: an id of one's own making.
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}

/**
 * Writes rows that are not there yet, no two of one id; `held` keeps them out of every sum until the whole file is in. What another entry
 * left held back is taken over, what was removed by hand stands again as it was. Returns the rows that were written.
 */
export async function insertRows(tx: Tx, rows: readonly Entered[], of: Place, held: boolean): Promise<Entered[]> {
  if (rows.length === 0) return []
  const back = held ? { removed_at: of.now, import_id: of.importId } : {}
  const same = { programme_id: of.programmeId, owner_body: of.bodyId, created_by: of.accountId, created_at: of.now, ...back }
  const written = await tx
    .insertInto('activity')
    .values(rows.map(({ id, row }) => ({ id, ...same, ...columnsOf(row, kindUnder(of.kinds, row.kind)!) })))
    .onConflict(conflict =>
      conflict
        .columns(['home', 'id'])
        .doUpdateSet(row => ({
          removed_at: back.removed_at ?? null,
          import_id: back.import_id ?? null,
          version: row('activity.version', '+', 1),
        }))
        .where('activity.removed_at', 'is not', null)
        .where('activity.owner_body', '=', of.bodyId)
        .where(sql<boolean>`standing_activity(activity.id) = activity.id`),
    )
    .returning('id')
    .execute()
  const ids = new Set(written.map(one => one.id))
  const entered = rows.filter(one => ids.has(one.id))
  await linkAll(tx, entered, of.programmeId)
  return entered
}

async function linkAll(tx: Tx, entered: readonly Entered[], programmeId: string): Promise<void> {
  const items = entered.flatMap(({ id, row }) =>
    row.itemIds.map(item_id => ({ activity_id: id, item_id, programme_id: programmeId })),
  )
  const places = entered.flatMap(({ id, row }) =>
    [...new Set(row.placeIds)].map(place_id => ({ activity_id: id, place_id, programme_id: programmeId })),
  )
  if (items.length > 0)
    await tx
      .insertInto('activity_item')
      .values(items)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  if (places.length > 0)
    await tx
      .insertInto('activity_place')
      .values(places)
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** Lets every row of an entry that was held back stand, at once. Refuses 'not-found', or 'activities.bulk-not-whole' where not as many as told were held. */
export async function releaseImport(
  tx: Tx,
  { importId, programmeId, bodyId }: Pick<Place, 'importId' | 'programmeId' | 'bodyId'>,
  rows: number,
): Promise<void> {
  const released = await tx
    .updateTable('activity')
    .set({ removed_at: null, import_id: null })
    .where('import_id', '=', importId)
    .where('programme_id', '=', programmeId)
    .where('owner_body', '=', bodyId)
    .executeTakeFirstOrThrow()
  const found = Number(released.numUpdatedRows)
  if (found === 0) throw new Refusal('not-found', { what: 'activity-import' })
  if (found !== rows) throw new Refusal('activities.bulk-not-whole', { rows })
}
