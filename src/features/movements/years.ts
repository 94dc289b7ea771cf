import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Figure } from './contract.ts'
import { measuresOf } from './store.ts'

type Which = 'registered' | 'reached'
type At = { id: string; bodyId: string; year: number }

/** Writes one side of a year: what was registered, or what was reached. What is written again is put right. */
export async function writeYear(
  tx: Tx,
  { id, bodyId, year }: At,
  which: Which,
  change: { registered_on: string } | { reported_on: string; said: string },
  figures: readonly Figure[],
): Promise<void> {
  const known = new Set((await measuresOf(tx, id)).map(measure => measure.id))
  if (figures.some(figure => !known.has(figure.measureId))) throw new Refusal('not-found', { what: 'measure' })
  const of = { movement_id: id, body_id: bodyId, year }
  await tx
    .insertInto('movement_year')
    .values({ ...of, ...change })
    .onConflict(conflict => conflict.columns(['home', 'movement_id', 'year']).doUpdateSet(change))
    .execute()
  await tx
    .updateTable('movement_figure')
    .set({ [which]: null })
    .where('movement_id', '=', id)
    .where('year', '=', year)
    .execute()
  for (const { measureId, value } of figures)
    await tx
      .insertInto('movement_figure')
      .values({ ...of, measure_id: measureId, [which]: value })
      .onConflict(conflict =>
        conflict.columns(['home', 'movement_id', 'year', 'measure_id']).doUpdateSet({ [which]: sql.ref(`excluded.${which}`) }),
      )
      .execute()
}

/** Its years, the earliest first, each with what was registered and reached by measure. */
export async function yearsOf(db: ReadDb, movementId: string) {
  const years = await db
    .selectFrom('movement_year')
    .select(['year', 'registered_on', 'reported_on', 'said'])
    .where('movement_id', '=', movementId)
    .orderBy('year')
    .execute()
  const figures = await db
    .selectFrom('movement_figure')
    .select(['year', 'measure_id', 'registered', 'reached'])
    .where('movement_id', '=', movementId)
    .execute()
  return years.map(({ year, registered_on, reported_on, said }) => ({
    year,
    registeredOn: registered_on,
    reportedOn: reported_on,
    said,
    figures: figures
      .filter(figure => figure.year === year)
      .map(({ measure_id, registered, reached }) => ({ measureId: measure_id, registered, reached })),
  }))
}
