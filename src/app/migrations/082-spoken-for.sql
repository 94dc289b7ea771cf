-- A body that was succeeded is spoken for by its heir: nobody else opens a first account in it, renames or describes it.
CREATE OR REPLACE FUNCTION body_has_accounts(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND body_id = body)
    OR EXISTS (SELECT FROM body_succession s WHERE s.home = current_home() AND s.body_id = body)
$$;
