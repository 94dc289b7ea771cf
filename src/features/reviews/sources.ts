import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { termSums } from '../plans/index.ts'
import { getProgramme } from '../programmes/index.ts'
import { loadHonours } from './honour-counts.ts'
import { stretchesOf } from './load-input.ts'
import { loadOccurrences } from './load-occurrences.ts'
import type { Review } from './store.ts'

/**
 * A digest of everything that a review is compiled from: of the work itself by how often it has changed, which triggers count, and of the
 * rest by the versions of its rows (PostgreSQL writes each change of a row as a new one, with the transaction that made it), reckoned in
 * one statement. Where it is the same, the review is the same. Test: every table that is read for compiling is asked here, or counted.
 */
export async function sourcesOf(db: ReadDb, review: Review): Promise<string> {
  const { programmeId, period, texts } = review
  const { bounds, years, halves } = stretchesOf(await getProgramme(db, programmeId), review)
  const { rows } = await sql<{ stamps: string }>`SELECT concat_ws(' ', ${sql.join(stampsOf(review))}) AS stamps`.execute(db)
  // Of what not everybody sees row by row what is told is asked.
  const honours = await loadHonours(db, programmeId, bounds, [...years, ...halves])
  const occurrences = await loadOccurrences(db, programmeId, bounds)
  // Work of earlier years decides on what is aimed at for the whole term.
  const ofTerm = period.kind === 'final' ? [] : await termSums(db, programmeId, { year: period.year, until: bounds.to })
  return createHash('sha256')
    .update(JSON.stringify([rows[0]!.stamps, honours, occurrences, ofTerm, period, texts]))
    .digest('hex')
}

/**
 * Of the rows of a table on which a condition holds: how many, and two sums over their versions. A change that is committed brings the
 * number of its transaction, which no row had before, or takes a row away.
 */
const stamp = (table: string, where: RawBuilder<unknown>) =>
  sql`(SELECT concat_ws(':', count(*), sum(v), sum(v * (v % 65521)))
    FROM (SELECT t.xmin::text::bigint AS v FROM ${sql.table(table)} t WHERE ${where}) versions)`

function stampsOf({ programmeId, follows, period }: Review) {
  const ofProgramme = sql`t.programme_id = ${programmeId}::uuid`
  const ofMovement = sql`t.movement_id IN (SELECT id FROM movement WHERE programme_id = ${programmeId}::uuid)`
  return [
    // A transaction that changes twice what it counts keeps its number, but not the count.
    sql`(SELECT sum(changes) FROM counted_change t WHERE ${ofProgramme})`,
    stamp('programme', sql`t.id = ${programmeId}::uuid`),
    ...OF_PROGRAMME.map(table => stamp(table, ofProgramme)),
    ...OF_ALL.map(table => stamp(table, sql`true`)),
    ...['movement_measure', 'movement_year', 'movement_figure'].map(table => stamp(table, ofMovement)),
    // A final report tells by which source money came.
    ...(period.kind === 'final' ? ['budget_line', 'budget_spending'].map(table => stamp(table, ofProgramme)) : []),
    ...(follows ? [stamp('review', sql`t.id = ${follows.id}::uuid`)] : []),
  ]
}

const OF_PROGRAMME = 'programme_party clause commitment amendment plan plan_item counted_change activity_merge movement'.split(
  ' ',
)
const OF_ALL =
  'body body_name body_succession body_co_heir holding_passing place place_lay place_succession area_class own_kind'.split(' ')
