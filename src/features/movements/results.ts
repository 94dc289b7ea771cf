import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { MovementKind } from './contract.ts'
import { KIND_NAMES } from './words.ts'

/** Something that came of a movement on a day: `part` is a measure (its result in its own unit), 'recognised' or 'copied'. */
export type MovementFact = { part: string; label: string; unit: string; day: IsoDate; count: number }
export type MovementResults = {
  id: string
  kindName: string
  title: string
  place: string
  bodyId: string
  facts: MovementFact[]
}

/** What came of the movements that are shared in a programme, up to a day. */
export async function movementsOfProgramme(db: ReadDb, programmeId: string, to: IsoDate): Promise<MovementResults[]> {
  const rows = await db
    .selectFrom('movement')
    .leftJoin('place', 'place.id', 'place_id')
    .select(['movement.id', 'movement.kind', 'title', 'body_id', 'recognised_date', 'copied_from', 'starts_on'])
    .select('place.name as place')
    .where('programme_id', '=', programmeId)
    .where('shared_at', 'is not', null)
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', to)
    .orderBy('starts_on')
    .orderBy('movement.id')
    .execute()
  const reached = await reachedOf(db, programmeId, to)
  return rows.map(row => {
    const once = (part: string, unit: string, day: IsoDate | null) =>
      day !== null && day <= to ? [{ part, label: '', unit, day, count: 1 }] : []
    return {
      id: row.id,
      kindName: KIND_NAMES[row.kind as MovementKind],
      title: row.title,
      place: row.place ?? '',
      bodyId: row.body_id,
      facts: [
        ...(reached.get(row.id) ?? []),
        ...once('recognised', 'mô hình', row.recognised_date),
        ...once('copied', 'nơi', row.copied_from === null ? null : row.starts_on),
      ],
    }
  })
}

/** Results by movement, in the order of its measures. */
async function reachedOf(db: ReadDb, programmeId: string, to: IsoDate): Promise<Map<string, MovementFact[]>> {
  const rows = await db
    .selectFrom('movement_figure')
    .innerJoin('movement', 'movement.id', 'movement_figure.movement_id')
    .innerJoin('movement_measure', 'movement_measure.id', 'measure_id')
    .innerJoin('movement_year', join =>
      join
        .onRef('movement_year.movement_id', '=', 'movement_figure.movement_id')
        .onRef('movement_year.year', '=', 'movement_figure.year'),
    )
    .select(['movement.id', 'measure_id', 'name', 'unit', 'reached', 'reported_on'])
    .where('movement.programme_id', '=', programmeId)
    .where('reached', 'is not', null)
    .where('reported_on', '<=', to)
    .orderBy('movement_figure.year')
    .orderBy('movement_measure.position')
    .execute()
  const facts = new Map<string, MovementFact[]>()
  for (const { id, measure_id, name, unit, reached, reported_on } of rows) {
    const fact = { part: measure_id, label: name, unit, day: reported_on!, count: reached! }
    facts.set(id, [...(facts.get(id) ?? []), fact])
  }
  return facts
}
