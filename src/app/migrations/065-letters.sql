-- Letters and minutes are issued by the same path as reports. A letter on a petition is kept as its unit wrote it.

ALTER TABLE paper
  -- The unit whose matter it is; null where the whole body may read it.
  ADD unit_id uuid,
  -- The paper as it was written, where what it was set from is not open to whoever checks and seals it.
  ADD sheet jsonb,
  ADD FOREIGN KEY (home, unit_id) REFERENCES unit (home, id);

-- Who signs by a dated authorisation for every programme reaches what waits for a signature, of whatever unit.
CREATE FUNCTION signs_by_authorisation() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM authorisation z JOIN account a ON a.home = z.home AND a.id = z.account_id
    WHERE z.home = current_home() AND z.account_id = current_account() AND z.body_id = current_body() AND a.disabled_at IS NULL
      AND 'sign' = ANY (z.acts) AND z.programme_ids IS NULL AND z.from_on <= vn_today() AND z.to_on >= vn_today()
      AND coalesce(z.revoked_on > vn_today(), true))
$$;
-- Stands before every other policy: within the own body its unit, and whoever signs or keeps papers.
CREATE POLICY paper_of_unit ON paper AS RESTRICTIVE FOR ALL
  USING (unit_id IS NULL OR (SELECT is_system()) OR body_id <> (SELECT current_body()) OR unit_id IN (SELECT my_handling_units())
    OR (SELECT keeps_papers()) OR (state NOT IN ('draft', 'checked') AND (SELECT signs_by_authorisation())))
  WITH CHECK (true);
CREATE POLICY paper_copy_of_unit ON paper_copy AS RESTRICTIVE FOR SELECT
  USING ((SELECT is_system()) OR paper_id IN (SELECT id FROM paper));
-- The papers that are kept from the asker; their files are, too.
CREATE FUNCTION papers_of_others() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM paper WHERE home = current_home() AND body_id = current_body() AND unit_id IS NOT NULL
    AND NOT keeps_papers() AND unit_id NOT IN (SELECT my_handling_units())
    AND (state IN ('draft', 'checked') OR NOT signs_by_authorisation())
$$;
CREATE POLICY file_of_unit ON file AS RESTRICTIVE FOR SELECT
  USING (subject_kind IS DISTINCT FROM 'paper' OR (SELECT is_system()) OR subject_id NOT IN (SELECT papers_of_others()));
