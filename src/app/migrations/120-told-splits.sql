-- How those reached are split by sex, age and people: the counts as recorded stay with the side that recorded them. Others read what is told
-- of them, written with the record: no small count, nor one that gives such a count away. A review reads sums, made here.

CREATE TABLE told_split (
  home uuid NOT NULL DEFAULT current_home(),
  activity_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('sex', 'age', 'people')),
  label text NOT NULL CHECK (label <> ''),
  count int NOT NULL CHECK (count = 0 OR count >= 5),
  PRIMARY KEY (home, activity_id, dimension, label),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id)
);
ALTER TABLE told_split ENABLE ROW LEVEL SECURITY;
CREATE POLICY told_split_read ON told_split FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY told_split_add ON told_split FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));
CREATE POLICY told_split_drop ON told_split FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));
GRANT SELECT, INSERT, DELETE ON told_split TO phoihop_app;

-- Some counts of the split are kept back from the others.
ALTER TABLE activity ADD COLUMN split_kept_back boolean NOT NULL DEFAULT false;
GRANT UPDATE (split_kept_back) ON activity TO phoihop_app;

-- Of what was recorded before, the splits in which nothing is small: neither a count nor what the whole number leaves over.
INSERT INTO told_split (home, activity_id, programme_id, dimension, label, count)
SELECT b.home, b.activity_id, b.programme_id, b.dimension, b.label, b.count FROM activity_breakdown b
WHERE NOT EXISTS (
  SELECT FROM activity_breakdown other JOIN activity a ON a.home = other.home AND a.id = other.activity_id
  WHERE other.home = b.home AND other.activity_id = b.activity_id AND other.dimension = b.dimension
  GROUP BY other.dimension
  HAVING min(other.count) FILTER (WHERE other.count > 0) < 5
    OR (max(coalesce(a.reach, 0)) > sum(other.count) AND max(coalesce(a.reach, 0)) - sum(other.count) < 5));
UPDATE activity SET split_kept_back = true
WHERE EXISTS (SELECT FROM activity_breakdown b LEFT JOIN told_split t USING (home, activity_id, dimension, label)
  WHERE b.home = activity.home AND b.activity_id = activity.id AND t.label IS NULL);

DROP POLICY activity_breakdown_read ON activity_breakdown;
CREATE POLICY activity_breakdown_read ON activity_breakdown FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (programme_id IN (SELECT my_programmes()) AND is_my_activity(activity_id))));

/*
 * Those reached under each clause of a programme by group, in stretches of time ("at", "from", "to"): the same for every party. A small
 * sum is null. "apart": another clause that shares some of this work tells only few more, so that the two would give these few away.
 * Of what is made here nothing is known before it is made: row by row it would be looked through thousands of times.
 */
CREATE FUNCTION splits_of_clauses(programme uuid, stretches jsonb)
  RETURNS TABLE (at int, clause_path text, dimension text, label text, count int, apart boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
  WITH asked AS (
    SELECT * FROM jsonb_to_recordset(stretches) AS one (at int, "from" date, "to" date)
  ), work AS (
    SELECT a.id, a.held_on, array_agg(DISTINCT i.clause_path) AS paths
    FROM activity a JOIN activity_item l ON l.home = a.home AND l.activity_id = a.id
    JOIN plan_item i ON i.home = l.home AND i.id = l.item_id
    WHERE a.home = (SELECT current_home()) AND a.programme_id = programme AND a.removed_at IS NULL
      AND l.programme_id = programme AND i.programme_id = programme
      AND a.held_on BETWEEN (SELECT min("from") FROM asked) AND (SELECT max("to") FROM asked)
      AND (SELECT is_system() OR programme IN (SELECT my_programmes()))
    GROUP BY a.id, a.held_on
  ), part AS (
    SELECT w.held_on, w.paths, b.dimension || ':' || b.label AS part, b.count FROM work w
    JOIN activity_breakdown b ON b.home = (SELECT current_home()) AND b.activity_id = w.id AND b.count > 0
  ), sums AS (
    SELECT k.at, path, d.part, concat_ws(' ', k.at, path, d.part) AS key, sum(d.count)::int AS count
    FROM asked k, (SELECT held_on, path, p.part, sum(p.count) AS count FROM part p, unnest(p.paths) AS path GROUP BY 1, 2, 3) d
    WHERE d.held_on BETWEEN k."from" AND k."to" GROUP BY 1, 2, 3
  ), shared AS (
    SELECT DISTINCT concat_ws(' ', k.at, one, p.part) AS key, concat_ws(' ', k.at, other, p.part) AS other
    FROM part p JOIN asked k ON p.held_on BETWEEN k."from" AND k."to", unnest(p.paths) AS one, unnest(p.paths) AS other
    WHERE cardinality(p.paths) > 1 AND one <> other
  ), near AS (
    SELECT DISTINCT shared.key FROM shared JOIN sums mine ON mine.key = shared.key JOIN sums more ON more.key = shared.other
    WHERE more.count - mine.count BETWEEN 1 AND 4
  )
  SELECT s.at, s.path, split_part(s.part, ':', 1), split_part(s.part, ':', 2), CASE WHEN s.count >= 5 THEN s.count END,
    near.key IS NOT NULL
  FROM sums s LEFT JOIN near ON near.key = s.key
$$;
