-- Who sits in a seat sees by name everybody who ever sat there, those of an heir between among them: they stand in its logs.
CREATE FUNCTION sitting_line() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT current_body() AS id, 0 AS step
    UNION ALL
    SELECT s.heir_id, line.step + 1 FROM line JOIN body_succession s ON s.home = current_home() AND s.body_id = line.id WHERE line.step < 99
  ) SELECT id FROM line WHERE sitting_body() IS NOT NULL
$$;
ALTER POLICY account_sitting ON account USING (home = (SELECT current_home()) AND body_id IN (SELECT sitting_line()));
ALTER POLICY post_sitting ON post USING (home = (SELECT current_home()) AND body_id IN (SELECT sitting_line()));
ALTER POLICY authorisation_sitting ON authorisation USING (home = (SELECT current_home()) AND body_id IN (SELECT sitting_line()));
