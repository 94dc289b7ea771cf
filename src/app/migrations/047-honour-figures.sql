/*
 * What the parties of a programme have done for prestigious persons in a time, all sides together, for its review: what, how many sessions,
 * how many turns. The same for every party. No count under five leaves: such a row is left out, such a number of sessions is null.
 */
CREATE FUNCTION honour_programme_counts(programme uuid, from_day date, to_day date)
  RETURNS TABLE (key text, sessions int, turns int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.key, CASE WHEN sum(c.sessions) >= 5 THEN sum(c.sessions)::int END, sum(c.turns)::int
    FROM (
      SELECT kind AS key, g.sessions, g.turns FROM honour_gathering g
        WHERE g.home = current_home() AND g.programme_id = programme AND g.removed_at IS NULL AND g.held_on BETWEEN from_day AND to_day
      UNION ALL
      SELECT nature, count(DISTINCT given_on)::int, count(*)::int FROM benefit b
        WHERE b.home = current_home() AND b.programme_id = programme AND b.removed_at IS NULL AND b.given_on BETWEEN from_day AND to_day
        GROUP BY b.body_id, nature
    ) c
    WHERE programme IN (SELECT my_programmes())
    GROUP BY c.key
    HAVING sum(c.turns) >= 5
$$;
