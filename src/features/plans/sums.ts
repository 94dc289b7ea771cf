import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { type ItemSums, NO_WORK } from './progress.ts'

type SumRow = {
  item_id: string
  activities: number
  proven: number
  months: number[] | null
  units: Record<string, number> | null
}

/**
 * What the activities of items add up to, by item; of one plan, or of the whole programme.
 * Progress is part of the plan, so the tables `activity` and `activity_item` are read here, and written by activities only.
 */
export async function sumsOf(db: ReadDb, programmeId: string, planId?: string): Promise<(itemId: string) => ItemSums> {
  const { rows } = await sql<SumRow>`
    WITH wanted AS (
      SELECT i.id, i.commitment_id, i.target_per = 'term' AS term, p.year FROM plan_item i JOIN plan p ON p.id = i.plan_id
      WHERE i.programme_id = ${programmeId} AND (${planId ?? null}::uuid IS NULL OR i.plan_id = ${planId ?? null}::uuid)
    ), work AS (
      SELECT ai.item_id, a.id, a.held_on, a.place, a.count, a.count_unit, a.reach, a.reach_unit
      FROM activity_item ai JOIN activity a ON a.id = ai.activity_id
      WHERE ai.programme_id = ${programmeId} AND a.programme_id = ${programmeId} AND a.removed_at IS NULL
    ), proof AS (
      SELECT DISTINCT subject_id FROM file
      WHERE programme_id = ${programmeId} AND subject_kind = 'activity' AND removed_at IS NULL
    ), done AS (
      SELECT w.id AS item_id, count(*)::int AS activities,
        count(*) FILTER (WHERE work.place <> '' AND proof.subject_id IS NOT NULL)::int AS proven,
        array_agg(DISTINCT extract(month FROM work.held_on)::int) FILTER (WHERE extract(year FROM work.held_on) = w.year) AS months
      FROM wanted w JOIN work ON work.item_id = w.id LEFT JOIN proof ON proof.subject_id = work.id
      GROUP BY w.id
    ), source AS (
      SELECT id AS item_id, id AS from_item FROM wanted
      UNION SELECT w.id, i.id FROM wanted w JOIN plan_item i ON w.term AND i.commitment_id = w.commitment_id
    ), counted AS (
      SELECT DISTINCT source.item_id, work.id, work.count, work.count_unit, work.reach, work.reach_unit
      FROM source JOIN work ON work.item_id = source.from_item
    ), by_unit AS (
      SELECT item_id, pair.unit, sum(pair.value) AS value
      FROM counted CROSS JOIN LATERAL (VALUES (count_unit, count), (reach_unit, reach)) AS pair (unit, value)
      WHERE pair.unit IS NOT NULL GROUP BY item_id, pair.unit
    ), units AS (
      SELECT item_id, jsonb_object_agg(unit, value) AS units FROM by_unit GROUP BY item_id
    )
    SELECT w.id AS item_id, coalesce(done.activities, 0) AS activities, coalesce(done.proven, 0) AS proven, done.months, units.units
    FROM wanted w LEFT JOIN done ON done.item_id = w.id LEFT JOIN units ON units.item_id = w.id
    WHERE done.item_id IS NOT NULL OR units.item_id IS NOT NULL`.execute(db)
  const byItem = new Map(rows.map(row => [row.item_id, asSums(row)]))
  return itemId => byItem.get(itemId) ?? NO_WORK
}

const asSums = ({ activities, proven, months, units }: SumRow): ItemSums => ({
  activities,
  proven,
  months: months ?? [],
  units: units ?? {},
})
