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

/** `units`: those that have the template, whether they reported or not. */
type Asked = { templateId: string; key: string; asks: readonly Ask[]; units: readonly string[]; today: boolean }

/** A clause by unit and half-year, as each unit reported it on its day or added up by who stands in its place today. */
export async function loadSeries(db: ReadDb, { templateId, key, asks, units, today }: Asked): Promise<SeriesRow[]> {
  const reported = Map.groupBy(await reportedOf(db, templateId, key), one => one.bodyId)
  const rows = [...new Set([...units, ...reported.keys()])].map(placeId => {
    const values = new Map(reported.get(placeId)?.map(one => [one.askId, one.value]))
    return { placeId, cells: asks.map(ask => values.get(ask.id)) }
  })
  if (!today) return rows.map(({ placeId, cells }) => ({ bodyId: placeId, cells, unlike: cells.map(() => null) }))
  const borders = await bodiesToday(
    db,
    rows.map(row => row.placeId),
  )
  const redrawn = redrawTable(rows, borders, 'count')
  const standing = new Set([...borders.values()].flatMap(parts => parts.map(part => part.onId)))
  return [...standing].map(bodyId => {
    const cells = redrawn.get(bodyId) ?? asks.map(() => undefined)
    return {
      bodyId,
      cells: cells.map(cell => cell?.value ?? undefined),
      unlike: cells.map(cell => cell?.unlike?.placeId ?? null),
    }
  })
}
