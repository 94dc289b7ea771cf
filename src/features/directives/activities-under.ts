import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { askKept } from '../../engine/db/kept-client.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { addUpUnits, countPairOf, type UnitSum } from '../activities/index.ts'
import { recordsBehind } from './behind.ts'

type Row = {
  id: string
  title: string
  held_on: IsoDate
  place: string
  count: number | null
  count_unit: string | null
  reach: number | null
  reach_unit: string | null
  money: number | null
  owner: string
  linked_by: string | null
  clause_path: string | null
}
type Wanted = { own: string | null; most: number | null }

/**
 * Activities under the clauses of a document and those linked by hand, each once: the linked ones, then the latest; `most` of them,
 * or all where that is null. `totals` is what all of them add up to. Thousands can be behind one document: they are found once for both.
 */
export async function activitiesUnder(db: ReadDb, directiveId: string, { own, most }: Wanted) {
  const found = sql<{ sums: UnitSum[]; shown: Row[] }>`
    WITH done AS MATERIALIZED (
      SELECT id, held_on, count, count_unit, reach, reach_unit, money FROM activity
      WHERE id = ANY (ARRAY(SELECT id FROM (${recordsBehind([directiveId])}) behind)) AND removed_at IS NULL)
    SELECT (SELECT coalesce(json_agg(sums), '[]') FROM (${SUMS}) sums) AS sums,
      (SELECT coalesce(json_agg(shown), '[]') FROM (${shownOf(directiveId, { own, most })}) shown) AS shown`
  const [{ sums, shown }] = (await askKept(db, found)) as [{ sums: UnitSum[]; shown: Row[] }]
  return { totals: addUpUnits(sums), activities: shown.map(row => activityOf(row, own)) }
}

const SUMS = sql`SELECT count_unit, reach_unit, count(*)::int AS activities, coalesce(sum(count), 0) AS count,
    coalesce(sum(reach), 0) AS reach, coalesce(sum(money), 0)::bigint AS money
  FROM done GROUP BY count_unit, reach_unit ORDER BY activities DESC, count_unit, reach_unit`

/** A link to a record that was taken in by a joint one is told by that. */
const shownOf = (directiveId: string, { own, most }: Wanted) => sql`
  SELECT first.*, activity.title, activity.place, body.short_name AS owner,
    (SELECT i.clause_path FROM activity_item ai JOIN plan_item i ON i.id = ai.item_id
      JOIN directive_clause c ON c.clause_path = i.clause_path AND c.programme_id = i.programme_id
      WHERE ai.activity_id = first.id AND c.directive_id = ${directiveId} ORDER BY i.position LIMIT 1) AS clause_path
  FROM (
    SELECT done.*, link.body_id AS linked_by FROM done
    LEFT JOIN (SELECT DISTINCT ON (told_by) standing_activity(activity_id) AS told_by, body_id FROM directive_activity
      WHERE directive_id = ${directiveId} ORDER BY told_by, body_id IS DISTINCT FROM ${own}::uuid) link ON link.told_by = done.id
    ORDER BY link.told_by IS NULL, held_on DESC, done.id DESC LIMIT ${most}::int) first
  JOIN activity USING (id) JOIN body ON body.id = owner_body
  ORDER BY linked_by IS NULL, first.held_on DESC, first.id DESC`

const activityOf = (row: Row, own: string | null) => ({
  id: row.id,
  title: row.title,
  heldOn: row.held_on,
  place: row.place,
  ...countPairOf(row),
  money: row.money,
  owner: row.owner,
  clausePath: row.clause_path,
  /** Linked by hand, and by whom it can be unlinked. */
  linked: row.linked_by !== null,
  ours: row.linked_by === own,
})
