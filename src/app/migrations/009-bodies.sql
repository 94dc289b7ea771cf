-- Bodies have dates: a paper prints the name, symbol, superior and place that held on its day, and nothing that was printed is rewritten.

ALTER TABLE body
  ADD level text CHECK (level IN ('central', 'province', 'district', 'commune')),
  ADD parent_body uuid,
  ADD email text CHECK (email <> ''),
  ADD address text CHECK (address <> ''),
  ADD FOREIGN KEY (home, parent_body) REFERENCES body (home, id),
  ADD CHECK (parent_body <> id),
  ADD CHECK (valid_from <= valid_to);

-- What a body is called from a day on, until the next name begins; the columns of `body` repeat the name of today.
CREATE TABLE body_name (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  short_name text NOT NULL CHECK (short_name <> ''),
  symbol text NOT NULL,
  -- QĐ 20/2020/QĐ-TTg, written in its direction (H34.05); the older 000.00.05.H34 says the same.
  code text,
  superior text,
  place text NOT NULL,
  -- Null: from the beginning.
  valid_from date,
  decision_number text CHECK (decision_number <> ''),
  decision_date date,
  created_at timestamptz NOT NULL,
  -- A name entered by mistake, taken back at once; it was never printed on.
  withdrawn_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE UNIQUE INDEX body_name_from ON body_name (home, body_id, valid_from) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;

INSERT INTO body_name (home, id, body_id, name, short_name, symbol, superior, place, valid_from, created_at)
  SELECT home, id, id, name, short_name, symbol, superior, place, valid_from, now() FROM body;

ALTER TABLE unit
  ADD parent_unit uuid,
  ADD ended_on date,
  ADD version int NOT NULL DEFAULT 1,
  ADD FOREIGN KEY (home, parent_unit) REFERENCES unit (home, id),
  ADD CHECK (parent_unit <> id);

-- A body that has nobody is described by whoever describes bodies; one with people by its own administrator.
DROP POLICY body_change ON body;
CREATE POLICY body_change ON body FOR UPDATE USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR ((SELECT is_administrator()) AND (id = (SELECT current_body()) OR NOT body_has_accounts(id)))));

ALTER TABLE body_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY body_name_read ON body_name FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY body_name_add ON body_name FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR ((SELECT is_administrator()) AND (body_id = (SELECT current_body()) OR NOT body_has_accounts(body_id)))));
CREATE POLICY body_name_withdraw ON body_name FOR UPDATE
  USING (home = (SELECT current_home()) AND withdrawn_at IS NULL AND ((SELECT is_system())
    OR ((SELECT is_administrator()) AND (body_id = (SELECT current_body()) OR NOT body_has_accounts(body_id)))))
  WITH CHECK (home = (SELECT current_home()) AND withdrawn_at IS NOT NULL);

GRANT SELECT, INSERT ON body_name TO phoihop_app;
GRANT UPDATE (withdrawn_at) ON body_name TO phoihop_app;
