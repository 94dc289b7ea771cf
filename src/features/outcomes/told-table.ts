import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'

export type ToldRow = { communeId: string; name: string; cells: (number | null | undefined)[] }

/** Communes by name, each with what every report tells of it: null where it is not told, undefined where the report does not name it. */
export async function toldTable(db: ReadDb, reports: readonly { id: string }[]): Promise<ToldRow[]> {
  if (reports.length === 0) return []
  const ids = reports.map(one => one.id)
  const cells = await db
    .selectFrom('outcome_cell')
    .innerJoin('place', 'place.id', 'commune_id')
    .select(['report_id', 'commune_id', 'told', 'place.name'])
    .where('report_id', 'in', ids)
    .orderBy(sql`place.name COLLATE "vi-x-icu"`)
    .execute()
  const told = new Map(cells.map(cell => [`${cell.report_id} ${cell.commune_id}`, cell.told]))
  const communes = new Map(cells.map(cell => [cell.commune_id, cell.name]))
  return [...communes].map(([communeId, name]) => ({ communeId, name, cells: ids.map(id => told.get(`${id} ${communeId}`)) }))
}
