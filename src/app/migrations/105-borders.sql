-- Series of figures on the borders of their day or of another: a unit that was split is shared out by a key where its decision gives one.

ALTER TABLE place_succession ADD share numeric CHECK (share > 0 AND share <= 1);

-- Into which unit each unit that has given way went by a day, and what part of it; the part is null where a split has no key.
CREATE FUNCTION place_borders(day date) RETURNS TABLE (place_id uuid, on_id uuid, share numeric) LANGUAGE sql STABLE
  SET search_path = public, pg_temp AS $$
  WITH RECURSIVE step AS (
    SELECT s.place_id, s.successor_id, CASE WHEN count(*) OVER (PARTITION BY s.place_id) = 1 THEN 1 ELSE s.share END AS share
    FROM place_succession s WHERE s.home = current_home() AND s.effective_on <= day
  ), line AS (
    SELECT step.place_id, step.successor_id AS on_id, step.share, 1 AS depth FROM step
    UNION ALL
    SELECT line.place_id, step.successor_id, line.share * step.share, line.depth + 1
    FROM line JOIN step ON step.place_id = line.on_id WHERE line.depth < 20
  )
  SELECT line.place_id, line.on_id, CASE WHEN bool_and(line.share IS NOT NULL) THEN sum(line.share) END
  FROM line WHERE line.on_id NOT IN (SELECT step.place_id FROM step) GROUP BY 1, 2
$$;
