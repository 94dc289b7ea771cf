import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Measure, MovementFields, MovementKind } from './contract.ts'
import type { Held } from './rules.ts'

const select = (db: ReadDb) => db.selectFrom('movement').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toMovement = (row: Row) => ({
  id: row.id,
  bodyId: row.body_id,
  kind: row.kind as MovementKind,
  title: row.title,
  content: row.content,
  paper: row.paper_date === null ? null : { number: row.paper_number, date: row.paper_date, issuer: row.paper_issuer },
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  placeId: row.place_id,
  keeper: row.keeper,
  copiedFrom: row.copied_from,
  programmeId: row.programme_id,
  clausePath: row.clause_path,
  shared: row.shared_at !== null,
  recognised: row.recognised_date !== null,
  recognition:
    row.recognised_date === null
      ? null
      : { number: row.recognised_number!, date: row.recognised_date, issuer: row.recognised_by! },
  endedOn: row.ended_on,
  endedReason: row.ended_reason,
  removed: row.removed_at !== null,
  version: row.version,
})
export type Movement = Held & ReturnType<typeof toMovement>

/** A movement within rights: the own body's, or one that was shared in a programme. Refuses 'not-found'. */
export async function getMovement(db: ReadDb, id: string): Promise<Movement> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'movement' })
  return toMovement(row)
}

/** The columns of what officers write. */
export const columnsOf = (fields: MovementFields) => ({
  title: fields.title,
  content: fields.content,
  paper_number: fields.paperNumber,
  paper_date: fields.paperDate,
  paper_issuer: fields.paperIssuer,
  starts_on: fields.startsOn,
  ends_on: fields.endsOn,
  place_id: fields.placeId,
  keeper: fields.keeper,
  programme_id: fields.programmeId ?? null,
  clause_path: fields.clausePath ?? null,
})

export const measuresOf = (db: ReadDb, movementId: string) =>
  db
    .selectFrom('movement_measure')
    .select(['id', 'name', 'unit'])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute()

/** Puts down exactly these measures. One that has figures stays, refused 'movements.measure-used'. */
export async function setMeasures(tx: Tx, at: { id: string; bodyId: string }, measures: readonly Measure[]): Promise<void> {
  const before = await measuresOf(tx, at.id)
  const gone = before.map(one => one.id).filter(id => !measures.some(measure => measure.measureId === id))
  if (gone.length > 0) {
    const used = await tx.selectFrom('movement_figure').select('measure_id').where('measure_id', 'in', gone).executeTakeFirst()
    if (used) throw new Refusal('movements.measure-used')
    await tx.deleteFrom('movement_measure').where('id', 'in', gone).execute()
  }
  for (const [position, { measureId, name, unit }] of measures.entries()) {
    if (before.some(one => one.id === measureId))
      await tx.updateTable('movement_measure').set({ position, name, unit }).where('id', '=', measureId).execute()
    else
      await tx
        .insertInto('movement_measure')
        .values({ id: measureId, movement_id: at.id, body_id: at.bodyId, position, name, unit })
        .execute()
  }
}

/** How many models repeat this one. */
export async function copiesOf(db: ReadDb, movementId: string): Promise<number> {
  const { count } = await db
    .selectFrom('movement')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('copied_from', '=', movementId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
