import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { AreaClass, Held } from './areas.ts'
import type { Place, PlaceInput, PlaceKind } from './contract.ts'
import { namePlace, whyNotPlace } from './rules.ts'

const withParent = (db: ReadDb) =>
  db
    .selectFrom('place')
    .leftJoin('place as parent', 'parent.id', 'place.parent_id')
    .select(['place.id', 'place.kind', 'place.code', 'place.name', 'place.version'])
    .select(['place.parent_id as parentId', 'parent.name as parentName'])
    .select(['place.valid_from as validFrom', 'place.valid_to as validTo'])

export type PlaceFilters = { kinds?: readonly PlaceKind[]; parentId?: string; on: string; find?: string; ended?: boolean }

/** Places in the order of a telephone book: communes by name, each with its villages found by its parent's name. */
export async function listPlaces(db: ReadDb, { kinds, parentId, on, find, ended = false }: PlaceFilters): Promise<Place[]> {
  let rows = withParent(db)
  if (kinds) rows = rows.where('place.kind', 'in', kinds)
  if (parentId) rows = rows.where('place.parent_id', '=', parentId)
  if (!ended)
    rows = rows.where(
      sql<boolean>`(place.valid_from IS NULL OR place.valid_from <= ${on}) AND (place.valid_to IS NULL OR ${on} <= place.valid_to)`,
    )
  for (const word of (find ?? '').split(/\s+/).filter(Boolean))
    rows = rows.where(sql<boolean>`strpos(place.folded || ' ' || coalesce(parent.folded, ''), vn_fold(${word})) > 0`)
  return (await rows.orderBy(sql`place.name COLLATE "vi-x-icu"`).orderBy('place.id').execute()) as Place[]
}

/** The named places, in no order; refuses where one is not there. */
export async function getPlaces(db: ReadDb, ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return []
  const rows = await withParent(db).where('place.id', 'in', ids).execute()
  if (rows.length < new Set(ids).size) throw new Refusal('not-found', { what: 'place' })
  return rows as Place[]
}

const rowOf = ({ kind, name, code = null, parentId = null, validFrom = null, validTo = null }: PlaceInput) => ({
  kind,
  name: namePlace(kind, name),
  code,
  parent_id: parentId,
  valid_from: validFrom,
  valid_to: validTo,
})

const entered = (input: PlaceInput) => {
  const { placeId, code = null, parentId = null, validFrom = null, validTo = null, kind } = input
  return { id: placeId, kind, name: namePlace(kind, input.name), code, parentId, validFrom, validTo }
}

/** What stands where the place would: its parent, its neighbours, and who has its code. */
async function refuseWrongPlace(db: ReadDb, input: PlaceInput): Promise<void> {
  const place = entered(input)
  const beside = await withParent(db)
    .where(eb =>
      eb.or([
        eb('place.id', '=', place.parentId),
        eb('place.parent_id', 'is not distinct from', place.parentId),
        ...(place.code ? [eb('place.code', '=', place.code)] : []),
      ]),
    )
    .execute()
  const places = beside as Place[]
  refuseIf(whyNotPlace(place, places.find(one => one.id === place.parentId) ?? null, places))
}

/** Enters a place, or refuses what cannot stand. */
export async function insertPlace(tx: Tx, input: PlaceInput): Promise<void> {
  await refuseWrongPlace(tx, input)
  const added = await tx
    .insertInto('place')
    .values({ id: input.placeId, ...rowOf(input) })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Refusal('places.name-taken', { name: input.name })
}

export async function updatePlace(tx: Tx, version: number, input: PlaceInput): Promise<number> {
  await refuseWrongPlace(tx, input)
  const updated = await tx
    .updateTable('place')
    .set({ ...rowOf(input), version: version + 1 })
    .where('id', '=', input.placeId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) throw new Refusal('changed-meanwhile')
  return updated.version
}

/** Every class that a place holds or has held, with its days. */
export async function heldAreas(db: ReadDb): Promise<Held[]> {
  const rows = await db.selectFrom('area_class').select(['place_id', 'class', 'valid_from', 'valid_to']).execute()
  return rows.map(row => ({
    placeId: row.place_id,
    class: row.class as AreaClass,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}
