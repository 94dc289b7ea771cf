import type { ReadDb } from '../../../engine/db/database.ts'
import { bodiesToday, redrawTable } from '../../agencies/index.ts'
import { type Ask, reportedOf } from './store.ts'

/** One unit and what it reported half-year by half-year; undefined where it reported nothing. */
export type SeriesRow = {
  bodyId: string
  cells: (number | undefined)[]
  /** The unit that keeps a cell from being added up: it was divided among several. */
  unlike: (string | null)[]
}

/** A clause by unit and half-year, as each unit reported it on its day or added up by who stands in its place today. */
export async function loadSeries(
  db: ReadDb,
  { templateId, key, asks, today }: { templateId: string; key: string; asks: readonly Ask[]; today: boolean },
): Promise<SeriesRow[]> {
  const reported = Map.groupBy(await reportedOf(db, templateId, key), one => one.bodyId)
  const rows = [...reported].map(([placeId, own]) => {
    const values = new Map(own.map(one => [one.askId, one.value]))
    return { placeId, cells: asks.map(ask => values.get(ask.id)) }
  })
  if (!today) return rows.map(({ placeId, cells }) => ({ bodyId: placeId, cells, unlike: cells.map(() => null) }))
  const redrawn = redrawTable(rows, await bodiesToday(db, [...reported.keys()]), 'count')
  return [...redrawn].map(([bodyId, cells]) => ({
    bodyId,
    cells: cells.map(cell => cell?.value ?? undefined),
    unlike: cells.map(cell => cell?.unlike?.placeId ?? null),
  }))
}
