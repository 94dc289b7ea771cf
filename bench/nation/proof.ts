import { sql } from 'kysely'
import { type Engine, runQuery } from '../../src/engine/runner.ts'
import type { table } from '../../src/features/outcomes/queries/table.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { Bodies, Programme } from './bodies.ts'
import type { Country } from './country.ts'

type Table = Awaited<ReturnType<typeof table.run>>

/** Places that go on in a unit that is no more, and bodies that nobody follows. */
export async function orphans(engine: Engine): Promise<number> {
  const { rows } = await engine.database.read('system', db =>
    sql<{ lost: number }>`SELECT
      (SELECT count(*) FROM place p JOIN place q ON q.home = p.home AND q.id = p.parent_id WHERE p.valid_to IS NULL AND q.valid_to IS NOT NULL)
      + (SELECT count(*) FROM body b LEFT JOIN body h ON h.home = b.home AND h.id = heir_of(b.id)
        WHERE b.valid_to IS NOT NULL AND (h.id IS NULL OR h.valid_to IS NOT NULL)) AS lost`.execute(db),
  )
  return rows[0]!.lost
}

/**
 * Figures of every old province, asked by the heir of its party in that seat: on the borders of their day as they were told, on those of
 * today what the table of units makes of them. Returns how many were held against it and how many differ.
 */
export async function heldFigures(engine: Engine, { rows }: Country, { programmes, heirs, endings }: Bodies) {
  const parts = Map.groupBy(rows, row => row.placeId)
  const heirOf = new Map(endings.flat().map(one => [one.bodyId, heirs.find(heir => heir.bodyId === one.heirId)!]))
  const counted = { held: 0, differ: 0 }
  for (const programme of programmes) {
    const [seat] = programme.parties
    const { accountId } = heirOf.get(seat!)!
    const actor: Actor = { accountId, bodyId: seat!, roles: ['leader'], displayName: 'Lãnh đạo' }
    const ask = (borders: string) =>
      runQuery(engine, actor, 'outcomes.table', {
        outcome: 'poor-households',
        programmeId: programme.id,
        borders,
      }) as Promise<Table>
    compare(await ask('then'), new Map(programme.communes.map(one => [one.id, TOLD])), counted)
    compare(await ask('now'), onToday(programme, parts), counted)
  }
  return counted
}

const TOLD = 10

/** Reckoned from the table of units alone: sums of parts, null where one was split without a key. */
function onToday({ communes }: Programme, parts: ReadonlyMap<string, Country['rows']>): Map<string, number | null> {
  const sums = new Map<string, number | null>()
  for (const { id } of communes) {
    const own = parts.get(id)!
    for (const { successorId, share } of own) {
      const before = sums.get(successorId)
      const part = own.length === 1 ? 1 : share
      sums.set(successorId, before === null || part === undefined ? null : (before ?? 0) + TOLD * part)
    }
  }
  return sums
}

function compare(
  { columns, rows }: Table,
  wanted: ReadonlyMap<string, number | null>,
  counted: { held: number; differ: number },
): void {
  if (columns.length === 0) counted.differ += 1
  const shown = new Map(rows.map(row => [row.communeId, row.cells]))
  for (const [id, value] of wanted)
    for (const at of columns.keys()) {
      const cell = shown.get(id)?.[at]
      const same = value === null ? cell === null : typeof cell === 'number' && Math.abs(cell - value) < 0.06
      counted.held += 1
      if (!same) counted.differ += 1
    }
  if (shown.size !== wanted.size) counted.differ += 1
}
