-- The latest activities of all programmes, found without sorting every one.
CREATE INDEX activity_latest ON activity (home, held_on DESC, id DESC) WHERE removed_at IS NULL;

/*
 * Records that hold words. Under row-level security no index of words is used, as the operator is not proven to leak nothing; these look
 * by the index and hand out what the policies of the tables show to the asker, and nothing else.
 */
CREATE FUNCTION petitions_with(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM petition WHERE home = current_home() AND words @@ to_tsquery('simple', asked)
    AND (is_system() OR body_id = current_body() OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes())))
$$;
CREATE FUNCTION activities_with(asked text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM activity WHERE home = current_home() AND words @@ to_tsquery('simple', asked)
    AND (is_system() OR programme_id IN (SELECT my_programmes()))
$$;
