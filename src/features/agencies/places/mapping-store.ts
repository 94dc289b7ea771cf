import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { PlaceKind } from './contract.ts'
import type { Mappable, Mapped } from './mapping.ts'

/** Every place of the site, and those that a table has ended. */
export async function mappingGround(db: ReadDb) {
  const rows = await db
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'parent_id as parentId', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
  const ended = await db.selectFrom('place_succession').select('place_id').distinct().execute()
  return {
    places: new Map(rows.map((row): [string, Mappable] => [row.id, { ...row, kind: row.kind as PlaceKind }])),
    earlier: new Set(ended.map(row => row.place_id)),
  }
}

type By = {
  loadId: string
  decision: { number: string; date: IsoDate; issuer: string }
  effectiveOn: IsoDate
  lastDay: IsoDate
}

/** A whole country at once: each table is written by one statement. */
export async function writeMapping(tx: Tx, { ended, successions, moves }: Mapped, by: By): Promise<void> {
  const { loadId, decision, effectiveOn, lastDay } = by
  await sql`INSERT INTO place_succession (place_id, successor_id, share, effective_on, decision_number, decision_date, issuer, load_id)
    SELECT place, successor, share, ${effectiveOn}::date, ${decision.number}, ${decision.date}::date, ${decision.issuer}, ${loadId}::uuid
    FROM unnest(${successions.map(one => one.placeId)}::uuid[], ${successions.map(one => one.successorId)}::uuid[],
      ${successions.map(one => one.share ?? null)}::numeric[]) AS t (place, successor, share)`.execute(tx)
  await sql`INSERT INTO place_lay (place_id, parent_id, until, load_id)
    SELECT place, parent, ${lastDay}::date, ${loadId}::uuid
    FROM unnest(${moves.map(one => one.placeId)}::uuid[], ${moves.map(one => one.from)}::uuid[]) AS t (place, parent)`.execute(tx)
  await sql`UPDATE place SET parent_id = t.parent, version = version + 1
    FROM unnest(${moves.map(one => one.placeId)}::uuid[], ${moves.map(one => one.to)}::uuid[]) AS t (id, parent)
    WHERE place.id = t.id`.execute(tx)
  // A last day that was entered already stands.
  await sql`UPDATE place SET valid_to = least(valid_to, ${lastDay}::date), version = version + 1
    WHERE id = ANY (${ended}::uuid[])`.execute(tx)
}
