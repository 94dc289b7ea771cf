import { type RawBuilder, sql } from 'kysely'
import { oneMoment, type ReadDb } from '../../engine/db/database.ts'
import type { Review } from './store.ts'

/** What of the work is loaded by itself, and by itself anew. */
export const PARTS = ['activities', 'splits', 'petitions', 'supervisions'] as const
export type Part = (typeof PARTS)[number]

/** How what a review rests on stands. */
export type Marks = {
  programmeId: string
  /** Of everything but the work: the versions of its rows. */
  ground: string
  /** Of the work: how often each part of it has changed, as triggers count. */
  changes: Partial<Record<Part, number>>
  /** The moment that is seen, as PostgreSQL names it; null in a write transaction, which sees changes of its own that may never come to be. */
  moment: string | null
}

/** In one statement. Test: every table that is read for compiling is asked for its versions here, or its changes are counted. */
export async function marksOf(db: ReadDb, review: Pick<Review, 'programmeId' | 'period' | 'follows'>): Promise<Marks> {
  const { programmeId } = review
  const { rows } = await sql<{ ground: string; changes: Marks['changes'] | null; moment: string | null }>`
    SELECT concat_ws(' ', ${sql.join(stampsOf(review))}) AS ground, ${oneMoment} AS moment,
      (SELECT jsonb_object_agg(part, changes) FROM (SELECT part, sum(changes) AS changes FROM counted_change
        WHERE programme_id = ${programmeId}::uuid GROUP BY part) counted) AS changes`.execute(db)
  const { ground, changes, moment } = rows[0]!
  return { programmeId, ground, changes: changes ?? {}, moment }
}

/**
 * Of the rows of a table on which a condition holds: how many, and two sums over their versions. PostgreSQL writes each change of a row as a
 * new one with the number of its transaction, which no row had before, or takes a row away.
 */
const stamp = (table: string, where: RawBuilder<unknown>) =>
  sql`(SELECT concat_ws(':', count(*), sum(v), sum(v * (v % 65521)))
    FROM (SELECT t.xmin::text::bigint AS v FROM ${sql.table(table)} t WHERE ${where}) versions)`

function stampsOf({ programmeId, follows, period }: Pick<Review, 'programmeId' | 'period' | 'follows'>) {
  const ofProgramme = sql`t.programme_id = ${programmeId}::uuid`
  const ofMovement = sql`t.movement_id IN (SELECT id FROM movement WHERE programme_id = ${programmeId}::uuid)`
  return [
    stamp('programme', sql`t.id = ${programmeId}::uuid`),
    ...OF_PROGRAMME.map(table => stamp(table, ofProgramme)),
    ...OF_ALL.map(table => stamp(table, sql`true`)),
    ...['movement_measure', 'movement_year', 'movement_figure'].map(table => stamp(table, ofMovement)),
    // A final report tells by which source money came.
    ...(period.kind === 'final' ? ['budget_line', 'budget_spending'].map(table => stamp(table, ofProgramme)) : []),
    ...(follows ? [stamp('review', sql`t.id = ${follows.id}::uuid`)] : []),
  ]
}

const OF_PROGRAMME = 'programme_party clause commitment amendment plan plan_item activity_merge movement'.split(' ')
const OF_ALL =
  'body body_name body_succession body_co_heir holding_passing place place_lay place_succession area_class own_kind'.split(' ')
