import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'

/** What part of a unit that gave way went into a unit of the day; null where it was split without a key. */
export type Part = { onId: string; share: number | null }
export type Borders = ReadonlyMap<string, readonly Part[]>

/** Of every unit that has given way by a day, where it went. A unit that is not named stands as it stood. */
export async function bordersOn(db: ReadDb, day: IsoDate): Promise<Borders> {
  const { rows } = await sql<{ place_id: string; on_id: string; share: number | null }>`
    SELECT place_id, on_id, share FROM place_borders(${day}::date)`.execute(db)
  const parts = rows.map(row => ({ placeId: row.place_id, onId: row.on_id, share: row.share }))
  return Map.groupBy(parts, part => part.placeId)
}

const partsOf = (borders: Borders, placeId: string): readonly Part[] => borders.get(placeId) ?? [{ onId: placeId, share: 1 }]

/** The one unit of the day that a unit went into whole; null where it was split. */
export function wholeIn(borders: Borders, placeId: string): string | null {
  const parts = partsOf(borders, placeId)
  return parts.length === 1 ? parts[0]!.onId : null
}

/** A figure of a unit on its day; null is told of nobody. */
export type Figure = { placeId: string; value: number | null }
/** Why a figure cannot stand on other borders: a unit was split without a key; a rate of several units has no sum. */
export type Unlike = { reason: 'split' | 'rate'; placeId: string }
export type Redrawn = { value: number | null; unlike: Unlike | null }

/**
 * Figures on other borders: counts as the sums of their parts, a split unit shared out by its key. What one part does not tell the
 * sum does not tell either.
 */
export function redraw(figures: readonly Figure[], borders: Borders, measure: 'count' | 'share'): Map<string, Redrawn> {
  const pieces = figures.flatMap(({ placeId, value }) =>
    partsOf(borders, placeId).map(({ onId, share }) => ({ onId, placeId, share, value })),
  )
  return new Map([...Map.groupBy(pieces, one => one.onId)].map(([onId, own]) => [onId, joined(own, measure)]))
}

/** A row of figures of one unit; null is told of nobody, undefined where nothing is said of it. */
type FigureRow = { placeId: string; cells: readonly (number | null | undefined)[] }

/** A table on other borders, column by column: of each unit of those what every column makes of its parts. */
export function redrawTable(
  rows: readonly FigureRow[],
  borders: Borders,
  measure: 'count' | 'share',
): Map<string, (Redrawn | undefined)[]> {
  const columns = (rows[0]?.cells ?? []).map((_, at) => {
    const told = rows.flatMap(({ placeId, cells }) => (cells[at] === undefined ? [] : [{ placeId, value: cells[at] }]))
    return redraw(told, borders, measure)
  })
  const units = new Set(columns.flatMap(column => [...column.keys()]))
  return new Map([...units].map(id => [id, columns.map(column => column.get(id))]))
}

type Piece = { placeId: string; share: number | null; value: number | null }

function joined(pieces: readonly Piece[], measure: 'count' | 'share'): Redrawn {
  const split = pieces.find(one => one.share === null)
  if (split) return { value: null, unlike: { reason: 'split', placeId: split.placeId } }
  if (measure === 'share' && (pieces.length > 1 || pieces[0]!.share !== 1))
    return { value: null, unlike: { reason: 'rate', placeId: pieces[0]!.placeId } }
  if (pieces.some(one => one.value === null)) return { value: null, unlike: null }
  return { value: pieces.reduce((sum, { value, share }) => sum + value! * share!, 0), unlike: null }
}
