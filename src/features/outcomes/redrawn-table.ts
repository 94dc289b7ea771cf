import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { bordersOn, getPlaces, redrawTable } from '../agencies/index.ts'
import { type OutcomeKey, outcomeOf } from './indicators.ts'
import type { ToldRow } from './told-table.ts'

/** Why a cell cannot stand on other borders, with the unit that is the reason. */
export type CellUnlike = { reason: 'split' | 'rate'; place: string }
export type RedrawnRow = ToldRow & { unlike: (CellUnlike | null)[] }

/** The rows of a table on the borders of a day: a row for each unit of that day, sums of what was told of its parts. */
export async function redrawnTable(
  db: ReadDb,
  rows: readonly ToldRow[],
  outcome: OutcomeKey,
  day: IsoDate,
): Promise<RedrawnRow[]> {
  const told = rows.map(({ communeId, cells }) => ({ placeId: communeId, cells }))
  const redrawn = redrawTable(told, await bordersOn(db, day), outcomeOf(outcome).measure)
  const names = new Map(rows.map(row => [row.communeId, row.name]))
  const places = await getPlaces(db, [...redrawn.keys()])
  return places
    .map(({ id, name }): RedrawnRow => {
      const cells = redrawn.get(id)!
      const unlike = cells.map(
        cell => cell?.unlike && { reason: cell.unlike.reason, place: names.get(cell.unlike.placeId) ?? '' },
      )
      const values = cells.map(cell => (cell ? cell.value && Math.round(cell.value * 10) / 10 : undefined))
      return { communeId: id, name, cells: values, unlike: unlike.map(one => one ?? null) }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}
