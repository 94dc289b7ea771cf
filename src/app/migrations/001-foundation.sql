-- The ground: site, bodies, people, sessions, replay record, audit, files.
-- Every key begins with `home`, the site that keeps the rows, so that sites can shard by it later.
-- Two walls: commands and queries ask for rights, and row-level security stands behind them for the role phoihop_app.
-- In policies the settings are asked as (SELECT …): once a statement, not once a row.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'phoihop_app') THEN CREATE ROLE phoihop_app NOLOGIN; END IF;
  EXECUTE format('GRANT phoihop_app TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO phoihop_app;

CREATE FUNCTION current_home() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('phoihop.home', true), '')::uuid $$;
CREATE FUNCTION current_body() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('phoihop.body', true), '')::uuid $$;
CREATE FUNCTION current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('phoihop.account', true), '')::uuid $$;
-- Jobs, sign-in and seeding act for the site itself.
CREATE FUNCTION is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT current_setting('phoihop.system', true) = 'on' $$;

-- Lower case, no marks, đ as d: the same folding as kernel/vietnamese.ts, so that both find the same rows.
CREATE FUNCTION vn_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(regexp_replace(lower(normalize(translate(words, 'ƢƣĐ', 'ƯưD'), NFD)), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
$$;
-- Words parted at every mark, so that "1719/QĐ-TTg" and "2021-2025" are found by their parts.
-- A tsvector holds one megabyte; a clause longer than a book is found by its beginning.
CREATE FUNCTION vn_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT to_tsvector('simple', regexp_replace(vn_fold(left(words, 250000)), '[^[:alnum:]]+', ' ', 'g')) $$;

CREATE TABLE site (
  home uuid PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE body (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  short_name text NOT NULL CHECK (short_name <> ''),
  symbol text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('state', 'party', 'front', 'mass')),
  superior text,
  place text NOT NULL,
  valid_from date,
  valid_to date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, name)
);

CREATE TABLE unit (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  PRIMARY KEY (home, id),
  UNIQUE (home, body_id, name),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

CREATE TABLE account (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  username text NOT NULL CHECK (username = lower(username)),
  display_name text NOT NULL,
  post text NOT NULL DEFAULT '',
  roles text[] NOT NULL CHECK (roles <@ ARRAY['officer', 'leader', 'clerk', 'administrator', 'viewer'] AND cardinality(roles) > 0),
  password_hash text NOT NULL,
  totp_secret text,
  -- The time step of the last code that opened a session: RFC 6238, 5.2 wants each code taken once only.
  totp_used_step int,
  demo boolean NOT NULL DEFAULT false,
  failed_count int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, username),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id)
);

CREATE TABLE session (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  device text NOT NULL,
  second_factor boolean NOT NULL DEFAULT false,
  ended_at timestamptz,
  PRIMARY KEY (home, id),
  UNIQUE (home, token_hash),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id)
);

-- A command sent twice answers as the first time did. Holds no input: only its digest.
CREATE TABLE command_record (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  account_id uuid,
  name text NOT NULL,
  input_digest bytea NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (home, id)
);

CREATE TABLE audit (
  home uuid NOT NULL DEFAULT current_home(),
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  command_id uuid NOT NULL,
  command text NOT NULL,
  account_id uuid,
  body_id uuid,
  programme_id uuid,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (home, id)
);
CREATE INDEX audit_subject ON audit (home, subject_kind, subject_id);

CREATE TABLE blob (
  home uuid NOT NULL DEFAULT current_home(),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (home, sha256)
);

-- A file as somebody handed it in. 'own' is seen by the body that did, 'joint' by every party of the programme.
CREATE TABLE file (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  media_type text NOT NULL,
  owner_body uuid NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  visibility text NOT NULL DEFAULT 'own' CHECK (visibility IN ('own', 'joint')),
  programme_id uuid,
  subject_kind text,
  subject_id uuid,
  removed_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, sha256) REFERENCES blob (home, sha256),
  FOREIGN KEY (home, owner_body) REFERENCES body (home, id)
);
CREATE INDEX file_subject ON file (home, subject_kind, subject_id);

-- Functions that look past row-level security name pg_temp last, or a temporary table could stand in for the real one.
CREATE FUNCTION is_administrator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND id = current_account() AND body_id = current_body()
    AND disabled_at IS NULL AND 'administrator' = ANY (roles)) $$;

ALTER TABLE site ENABLE ROW LEVEL SECURITY;
CREATE POLICY site_read ON site FOR SELECT USING (home = (SELECT current_home()));

-- Bodies and units are known to everybody on the site, as in a telephone book.
ALTER TABLE body ENABLE ROW LEVEL SECURITY;
CREATE POLICY body_read ON body FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY body_add ON body FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY body_change ON body FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (id = (SELECT current_body()) AND is_administrator())));
ALTER TABLE unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_read ON unit FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY unit_write ON unit FOR ALL USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_own_body ON account FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

-- A body that has nobody yet gets its first administrator from another body's administrator.
CREATE FUNCTION body_has_accounts(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND body_id = body) $$;
CREATE POLICY account_first ON account FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND is_administrator() AND 'administrator' = ANY (roles) AND NOT body_has_accounts(body_id));

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_own ON session FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));

ALTER TABLE command_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY command_record_own ON command_record FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
-- Nobody writes in another's name.
CREATE POLICY audit_append ON audit FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (account_id = (SELECT current_account()) AND body_id = (SELECT current_body()))));
CREATE POLICY audit_read ON audit FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE blob ENABLE ROW LEVEL SECURITY;
-- Which bytes the site holds is nobody's to list: a person adds to them and reads their files.
CREATE POLICY blob_add ON blob FOR INSERT WITH CHECK (home = (SELECT current_home()));
CREATE POLICY blob_site ON blob FOR ALL USING (home = (SELECT current_home()) AND (SELECT is_system()));
