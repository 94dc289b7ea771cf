-- What activities add up to by programme, side, kind, month and units, kept as they are recorded: a list tells its totals without adding up
-- tens of thousands. '' stands for no unit.
CREATE TABLE activity_sum (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  owner_body uuid NOT NULL,
  kind text NOT NULL,
  month date NOT NULL,
  count_unit text NOT NULL,
  reach_unit text NOT NULL,
  activities int NOT NULL,
  count numeric NOT NULL,
  reach numeric NOT NULL,
  money bigint NOT NULL,
  PRIMARY KEY (home, programme_id, owner_body, kind, month, count_unit, reach_unit),
  FOREIGN KEY (home, programme_id, owner_body) REFERENCES programme_party (home, programme_id, body_id)
);
ALTER TABLE activity_sum ENABLE ROW LEVEL SECURITY;
-- Seen where the activities are. Only the triggers below write it.
CREATE POLICY activity_sum_read ON activity_sum FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
GRANT SELECT ON activity_sum TO phoihop_app;

-- An activity that comes (1), or goes (-1).
CREATE TYPE sum_change AS (
  home uuid, programme_id uuid, owner_body uuid, kind text, held_on date,
  count_unit text, reach_unit text, sign int, count numeric, reach numeric, money bigint
);
-- Always in the same order, so that two who record at once do not wait for each other.
CREATE FUNCTION add_activity_sums(changes sum_change[]) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO activity_sum AS kept
  SELECT c.home, c.programme_id, c.owner_body, c.kind, date_trunc('month', c.held_on)::date AS month,
    coalesce(c.count_unit, '') AS count_unit, coalesce(c.reach_unit, '') AS reach_unit, sum(c.sign) AS activities,
    sum(c.sign * coalesce(c.count, 0)) AS count, sum(c.sign * coalesce(c.reach, 0)) AS reach, sum(c.sign * coalesce(c.money, 0)) AS money
  FROM unnest(changes) AS c
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  -- A new title or place changes no sum, and writes nothing here.
  HAVING sum(c.sign) <> 0 OR sum(c.sign * coalesce(c.count, 0)) <> 0 OR sum(c.sign * coalesce(c.reach, 0)) <> 0
    OR sum(c.sign * coalesce(c.money, 0)) <> 0
  ORDER BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (home, programme_id, owner_body, kind, month, count_unit, reach_unit) DO UPDATE
    SET activities = kept.activities + excluded.activities, count = kept.count + excluded.count,
      reach = kept.reach + excluded.reach, money = kept.money + excluded.money
$$;
REVOKE EXECUTE ON FUNCTION add_activity_sums FROM PUBLIC;

CREATE FUNCTION keep_sums_of_activities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM add_activity_sums(array_agg((n.home, n.programme_id, n.owner_body, n.kind, n.held_on, n.count_unit, n.reach_unit,
      1, n.count, n.reach, n.money)::sum_change)) FROM becomes n WHERE n.removed_at IS NULL;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM add_activity_sums(array_agg((w.home, w.programme_id, w.owner_body, w.kind, w.held_on, w.count_unit, w.reach_unit,
      -1, w.count, w.reach, w.money)::sum_change)) FROM was w WHERE w.removed_at IS NULL;
  ELSE
    PERFORM add_activity_sums(array_agg((c.home, c.programme_id, c.owner_body, c.kind, c.held_on, c.count_unit, c.reach_unit,
      c.sign, c.count, c.reach, c.money)::sum_change))
    FROM (
      SELECT -1 AS sign, w.home, w.programme_id, w.owner_body, w.kind, w.held_on, w.count_unit, w.reach_unit, w.count, w.reach, w.money
        FROM was w WHERE w.removed_at IS NULL
      UNION ALL
      SELECT 1, n.home, n.programme_id, n.owner_body, n.kind, n.held_on, n.count_unit, n.reach_unit, n.count, n.reach, n.money
        FROM becomes n WHERE n.removed_at IS NULL
    ) AS c;
  END IF;
  RETURN NULL;
END $$;
-- Named so that they come before what keeps the work of items: whoever records takes the two in one order.
CREATE TRIGGER activity_add_up AFTER INSERT ON activity REFERENCING NEW TABLE AS becomes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_sums_of_activities();
CREATE TRIGGER activity_add_up_changed AFTER UPDATE ON activity REFERENCING OLD TABLE AS was NEW TABLE AS becomes
  FOR EACH STATEMENT EXECUTE FUNCTION keep_sums_of_activities();
CREATE TRIGGER activity_add_up_gone AFTER DELETE ON activity REFERENCING OLD TABLE AS was
  FOR EACH STATEMENT EXECUTE FUNCTION keep_sums_of_activities();

SELECT add_activity_sums(array_agg((a.home, a.programme_id, a.owner_body, a.kind, a.held_on, a.count_unit, a.reach_unit,
  1, a.count, a.reach, a.money)::sum_change))
FROM activity a WHERE a.removed_at IS NULL;
