-- What the activities under an item add up to, kept as they are recorded: no screen adds up thousands of them anew.
CREATE TABLE item_work (
  home uuid NOT NULL DEFAULT current_home(),
  item_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- Activities by month: {"2026-03": 4}.
  months jsonb NOT NULL,
  -- Sums of both halves of the count pairs, by unit as recorded: {"lớp": 2, "lượt người": 117}.
  units jsonb NOT NULL,
  PRIMARY KEY (home, item_id),
  FOREIGN KEY (home, item_id, programme_id) REFERENCES plan_item (home, id, programme_id)
);
ALTER TABLE item_work ENABLE ROW LEVEL SECURITY;
-- Seen where the activities are. Only the triggers below write it.
CREATE POLICY item_work_read ON item_work FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
GRANT SELECT ON item_work TO phoihop_app;

-- Sums by key, those of both together; what comes to nothing is left out.
CREATE FUNCTION sums_together(one jsonb, other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, amount), '{}') FROM (
    SELECT key, sum(value::numeric) AS amount
    FROM (SELECT * FROM jsonb_each_text(one) UNION ALL SELECT * FROM jsonb_each_text(other)) AS each
    GROUP BY key HAVING sum(value::numeric) <> 0) AS sums
$$;

-- An activity that comes under an item (1), or goes (-1).
CREATE TYPE work_change AS (
  home uuid, item_id uuid, programme_id uuid, sign int,
  held_on date, count numeric, count_unit text, reach numeric, reach_unit text
);
-- Always in the same order of items, so that two who record at once do not wait for each other.
CREATE FUNCTION add_item_work(changes work_change[]) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO item_work AS kept (home, item_id, programme_id, months, units)
  SELECT home, item_id, programme_id,
    coalesce(jsonb_object_agg(month, amount) FILTER (WHERE month IS NOT NULL), '{}'),
    coalesce(jsonb_object_agg(unit, amount) FILTER (WHERE unit IS NOT NULL), '{}')
  FROM (
    SELECT c.home, c.item_id, c.programme_id, of.month, of.unit, sum(c.sign * of.amount) AS amount
    FROM unnest(changes) AS c, LATERAL (VALUES
      (to_char(c.held_on, 'YYYY-MM'), NULL, 1), (NULL, c.count_unit, c.count), (NULL, c.reach_unit, c.reach)
    ) AS of (month, unit, amount)
    GROUP BY 1, 2, 3, 4, 5
    -- A new title or place changes no sum, and writes nothing here.
    HAVING sum(c.sign * of.amount) <> 0) AS sums
  GROUP BY 1, 2, 3 ORDER BY 1, 2
  ON CONFLICT (home, item_id) DO UPDATE
    SET months = sums_together(kept.months, excluded.months), units = sums_together(kept.units, excluded.units)
$$;
REVOKE EXECUTE ON FUNCTION add_item_work FROM PUBLIC;

CREATE FUNCTION keep_work_of_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Nobody changes what an activity counts between its being read here and the end of the transaction.
  PERFORM FROM activity a JOIN links l ON a.home = l.home AND a.id = l.activity_id ORDER BY a.id FOR SHARE OF a;
  PERFORM add_item_work(array_agg((l.home, l.item_id, l.programme_id, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END,
    a.held_on, a.count, a.count_unit, a.reach, a.reach_unit)::work_change))
  FROM links l JOIN activity a ON a.home = l.home AND a.id = l.activity_id WHERE a.removed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER activity_item_comes AFTER INSERT ON activity_item REFERENCING NEW TABLE AS links
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_links();
CREATE TRIGGER activity_item_goes AFTER DELETE ON activity_item REFERENCING OLD TABLE AS links
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_links();

CREATE FUNCTION keep_work_of_activities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM add_item_work(array_agg((l.home, l.item_id, l.programme_id, c.sign,
    c.held_on, c.count, c.count_unit, c.reach, c.reach_unit)::work_change))
  FROM (
    SELECT -1 AS sign, w.home, w.id, w.held_on, w.count, w.count_unit, w.reach, w.reach_unit FROM was w WHERE w.removed_at IS NULL
    UNION ALL
    SELECT 1, n.home, n.id, n.held_on, n.count, n.count_unit, n.reach, n.reach_unit FROM becomes n WHERE n.removed_at IS NULL
  ) AS c JOIN activity_item l ON l.home = c.home AND l.activity_id = c.id;
  RETURN NULL;
END $$;
CREATE TRIGGER activity_changes AFTER UPDATE ON activity REFERENCING OLD TABLE AS was NEW TABLE AS becomes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_work_of_activities();

SELECT add_item_work(array_agg((l.home, l.item_id, l.programme_id, 1,
  a.held_on, a.count, a.count_unit, a.reach, a.reach_unit)::work_change))
FROM activity_item l JOIN activity a ON a.home = l.home AND a.id = l.activity_id WHERE a.removed_at IS NULL;
