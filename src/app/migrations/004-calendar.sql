-- What people have decided about days: days off and exchanged, the days of movable feasts, and secret addresses of feeds.

CREATE TABLE calendar_day (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holiday', 'swapped-off', 'swapped-work')),
  name text NOT NULL CHECK (name <> ''),
  decided_by text NOT NULL CHECK (decided_by <> ''),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, date)
);

CREATE TABLE feast_confirmation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  year int NOT NULL,
  key text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  body_id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, year, key),
  CHECK (from_date <= to_date),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- One feed a person and one a person and programme; only the hash of its secret is kept.
CREATE TABLE calendar_feed (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  programme_id uuid,
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  renewed_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE NULLS NOT DISTINCT (home, account_id, programme_id),
  UNIQUE (home, secret_hash),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);

ALTER TABLE calendar_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY calendar_day_read ON calendar_day FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY calendar_day_set ON calendar_day FOR ALL USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
ALTER TABLE feast_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY feast_confirmation_read ON feast_confirmation FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY feast_confirmation_write ON feast_confirmation FOR ALL USING (home = (SELECT current_home()))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY calendar_feed_own ON calendar_feed FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (account_id = (SELECT current_account())
    AND (programme_id IS NULL OR programme_id IN (SELECT my_programmes())))));

GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_day, feast_confirmation, calendar_feed TO phoihop_app;
