-- Reorganisation as recorded events: what ends, who takes it over, by which decision, from which day.
-- No row of the past changes and no key moves: what a body held stays under its key, and whoever succeeds it sits in its seat.

CREATE TABLE reorganisation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'move', 'change-kind', 'abolish-level')),
  decision_number text NOT NULL CHECK (decision_number <> ''),
  decision_date date NOT NULL,
  issuer text NOT NULL CHECK (issuer <> ''),
  effective_on date NOT NULL,
  content jsonb NOT NULL,
  -- Every body that ends, takes over or changes by it.
  concerned uuid[] NOT NULL CHECK (cardinality(concerned) > 0),
  drafted_by uuid NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'agreed', 'applied', 'withdrawn')),
  applied_at timestamptz,
  -- Why the clock could not apply it on its day: a refusal's code.
  failure text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (decision_date <= effective_on),
  CHECK ((state = 'applied') = (applied_at IS NOT NULL)),
  FOREIGN KEY (home, drafted_by) REFERENCES body (home, id)
);

CREATE TABLE reorganisation_agreement (
  home uuid NOT NULL DEFAULT current_home(),
  reorganisation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (home, reorganisation_id, body_id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- How much of each kind a body that ends still has open: for the preview. Another body sees it once its owner has agreed.
CREATE TABLE reorganisation_count (
  home uuid NOT NULL DEFAULT current_home(),
  reorganisation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL,
  count int NOT NULL CHECK (count > 0),
  PRIMARY KEY (home, reorganisation_id, body_id, kind),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);

-- Who holds from a day on what a body held. One heir for a body; an heir may end in its turn.
CREATE TABLE body_succession (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  heir_id uuid NOT NULL,
  effective_on date NOT NULL,
  reorganisation_id uuid NOT NULL,
  PRIMARY KEY (home, body_id),
  CHECK (body_id <> heir_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);
CREATE INDEX body_succession_heir ON body_succession (home, heir_id);

CREATE TABLE unit_succession (
  home uuid NOT NULL DEFAULT current_home(),
  unit_id uuid NOT NULL,
  heir_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL,
  PRIMARY KEY (home, unit_id),
  CHECK (unit_id <> heir_id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id),
  FOREIGN KEY (home, heir_id) REFERENCES unit (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);

-- The body that sits in the seat of a body today; itself where nothing succeeded it. A circle is refused when it is recorded.
CREATE FUNCTION heir_of(body uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT body AS id, 0 AS step
    UNION ALL
    SELECT s.heir_id, line.step + 1 FROM line JOIN body_succession s ON s.home = current_home() AND s.body_id = line.id WHERE line.step < 99
  ) SELECT id FROM line ORDER BY step DESC LIMIT 1
$$;
CREATE FUNCTION unit_heir_of(unit uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT unit AS id, 0 AS step
    UNION ALL
    SELECT s.heir_id, line.step + 1 FROM line JOIN unit_succession s ON s.home = current_home() AND s.unit_id = line.id WHERE line.step < 99
  ) SELECT id FROM line ORDER BY step DESC LIMIT 1
$$;
-- The body of the person who asks, where it sits in the seat that is asked for; null for everybody else.
CREATE FUNCTION sitting_body() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.body_id FROM account a WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
    AND a.body_id = heir_of(current_body())
$$;
CREATE FUNCTION acts_for_body(account uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT is_of_body(account, body) OR is_of_body(account, heir_of(body)) $$;

-- Roles hold in an inherited seat as in the own, but nobody administers a body that is no more.
CREATE OR REPLACE FUNCTION holds_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR (wanted <> 'administrator' AND a.body_id = heir_of(current_body())))
      AND wanted = ANY (p.roles) AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true))
$$;
CREATE OR REPLACE FUNCTION my_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH own AS (SELECT p.unit_id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL AND p.unit_id IS NOT NULL
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true))
  SELECT unit_id FROM own
  UNION SELECT s.unit_id FROM unit_succession s WHERE s.home = current_home() AND unit_heir_of(s.unit_id) IN (SELECT unit_id FROM own)
$$;
CREATE OR REPLACE FUNCTION my_handling_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    JOIN unit u ON u.home = p.home AND u.body_id IN (current_body(), a.body_id)
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id = heir_of(current_body()))
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
      AND (p.unit_id = unit_heir_of(u.id) OR p.unit_id = u.id OR (p.unit_id IS NULL AND 'leader' = ANY (p.roles)))
$$;
CREATE OR REPLACE FUNCTION body_signs_in(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.home = current_home() AND a.body_id = heir_of(body) AND a.disabled_at IS NULL
    AND (a.demo OR EXISTS (SELECT FROM session s WHERE s.home = a.home AND s.account_id = a.id)))
$$;

-- In an inherited seat people see their own colleagues besides those who sat there.
CREATE POLICY account_sitting ON account FOR SELECT USING (home = (SELECT current_home()) AND body_id = (SELECT sitting_body()));
CREATE POLICY post_sitting ON post FOR SELECT USING (home = (SELECT current_home()) AND body_id = (SELECT sitting_body()));
CREATE POLICY authorisation_sitting ON authorisation FOR SELECT USING (home = (SELECT current_home()) AND body_id = (SELECT sitting_body()));

-- Which seat a session has taken; null is the own.
ALTER TABLE session ADD seat_body uuid, ADD FOREIGN KEY (home, seat_body) REFERENCES body (home, id);

CREATE FUNCTION reorganisation_concerns(event uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM reorganisation WHERE home = current_home() AND id = event AND current_body() = ANY (concerned)) $$;

-- What is applied is known to the site, as names of bodies are; before, to those concerned.
ALTER TABLE reorganisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_read ON reorganisation FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR state = 'applied' OR (SELECT current_body()) = ANY (concerned)));
CREATE POLICY reorganisation_draft ON reorganisation FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (state = 'draft' AND drafted_by = (SELECT current_body()) AND (SELECT current_body()) = ANY (concerned)
    AND created_by = (SELECT current_account()) AND (SELECT is_administrator()))));
-- Those concerned bring it to agreed or withdraw it; only the clock applies.
CREATE POLICY reorganisation_change ON reorganisation FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (state IN ('draft', 'agreed') AND (SELECT current_body()) = ANY (concerned) AND (SELECT answers_for_body()))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR state IN ('draft', 'agreed', 'withdrawn')));
ALTER TABLE reorganisation_agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_agreement_read ON reorganisation_agreement FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR reorganisation_concerns(reorganisation_id)));
CREATE POLICY reorganisation_agreement_give ON reorganisation_agreement FOR INSERT WITH CHECK (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND account_id = (SELECT current_account())
    AND (SELECT answers_for_body()) AND reorganisation_concerns(reorganisation_id))));
ALTER TABLE reorganisation_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY reorganisation_count_read ON reorganisation_count FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR body_id = (SELECT current_body()) OR (reorganisation_concerns(reorganisation_id) AND EXISTS (SELECT FROM reorganisation_agreement g
    WHERE g.home = reorganisation_count.home AND g.reorganisation_id = reorganisation_count.reorganisation_id
      AND g.body_id = reorganisation_count.body_id))));
CREATE POLICY reorganisation_count_keep ON reorganisation_count FOR ALL USING (home = (SELECT current_home()) AND (SELECT is_system()));
ALTER TABLE body_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY body_succession_read ON body_succession FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY body_succession_record ON body_succession FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
ALTER TABLE unit_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_succession_read ON unit_succession FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY unit_succession_record ON unit_succession FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));

GRANT SELECT, INSERT ON reorganisation, reorganisation_agreement, body_succession, unit_succession TO phoihop_app;
GRANT UPDATE (state, applied_at, failure, version) ON reorganisation TO phoihop_app;
GRANT SELECT, INSERT, DELETE ON reorganisation_count TO phoihop_app;

-- Work of an inherited seat is given to the people who sit in it.
DROP POLICY responsibility_own ON responsibility;
CREATE POLICY responsibility_own ON responsibility FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body()))
    AND acts_for_body(account_id, body_id) AND (deputy_id IS NULL OR acts_for_body(deputy_id, body_id)));
