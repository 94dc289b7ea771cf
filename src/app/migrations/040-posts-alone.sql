-- What a person is lives in posts alone (010); whatever asked the account itself asks them.

DROP POLICY account_first ON account;
CREATE OR REPLACE FUNCTION answers_for_body() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT holds_role('leader') OR holds_role('administrator') $$;
ALTER TABLE account DROP COLUMN post, DROP COLUMN roles, DROP COLUMN unit_id;
CREATE POLICY account_first ON account FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND is_administrator() AND NOT body_has_accounts(body_id));

-- The units of every post held today, one person may serve two.
CREATE OR REPLACE FUNCTION my_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.unit_id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL AND p.unit_id IS NOT NULL
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
$$;
CREATE OR REPLACE FUNCTION leads_body() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT holds_role('leader') $$;
-- The units of every post; who leads the body as a whole sees them all.
CREATE OR REPLACE FUNCTION my_handling_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    JOIN unit u ON u.home = p.home AND u.body_id = p.body_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.body_id = current_body() AND a.disabled_at IS NULL
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
      AND (p.unit_id = u.id OR (p.unit_id IS NULL AND 'leader' = ANY (p.roles)))
$$;
CREATE OR REPLACE FUNCTION keeps_papers() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT holds_role('clerk') OR holds_role('leader') $$;
