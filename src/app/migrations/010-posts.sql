-- People hold posts, with days and roles; a leader's dated authorisation lets another person decide; a side clears in two steps.

-- The day in Vietnam.
CREATE FUNCTION vn_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

CREATE TABLE post (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- Null: the body as a whole.
  unit_id uuid,
  title text NOT NULL,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['officer', 'head', 'leader', 'clerk', 'administrator', 'viewer'] AND cardinality(roles) > 0),
  -- First and last day; null where it is not known, or goes on.
  from_on date,
  to_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (from_on <= to_on),
  CHECK (NOT 'head' = ANY (roles) OR unit_id IS NOT NULL),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id)
);
CREATE INDEX post_account ON post (home, account_id);
CREATE INDEX post_body ON post (home, body_id);

INSERT INTO post (home, id, body_id, account_id, unit_id, title, roles)
  SELECT home, id, body_id, id, unit_id, post, roles FROM account;

-- Ủy quyền: the paper by which a leader lets a person of the same body agree, freeze, close and sign for a time.
CREATE TABLE authorisation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  account_id uuid NOT NULL,
  given_by uuid NOT NULL,
  -- In whose place: the title of that leader on the day, for "TUQ." on papers (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7).
  in_place_of text NOT NULL,
  number text NOT NULL CHECK (number <> ''),
  paper_date date NOT NULL,
  file_id uuid,
  scope text NOT NULL CHECK (scope <> ''),
  from_on date NOT NULL,
  to_on date NOT NULL,
  -- The first day on which it holds no longer, where it was taken back before its end.
  revoked_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (from_on <= to_on),
  CHECK (account_id <> given_by),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, given_by) REFERENCES account (home, id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id)
);
CREATE INDEX authorisation_account ON authorisation (home, account_id);

CREATE FUNCTION holds_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.body_id = current_body() AND a.disabled_at IS NULL
      AND wanted = ANY (p.roles) AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true))
$$;
CREATE OR REPLACE FUNCTION is_administrator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT holds_role('administrator') $$;
CREATE FUNCTION body_has_posts(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM post WHERE home = current_home() AND body_id = body) $$;
CREATE FUNCTION is_of_body(account uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account a WHERE a.home = current_home() AND a.id = account AND a.body_id = body) $$;

ALTER TABLE post ENABLE ROW LEVEL SECURITY;
CREATE POLICY post_read ON post FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
CREATE POLICY post_give ON post FOR INSERT WITH CHECK (home = (SELECT current_home()) AND is_of_body(account_id, body_id)
  AND ((SELECT is_system()) OR ((SELECT is_administrator()) AND body_id = (SELECT current_body()))
    -- With the first account of a body that has nobody goes its first post.
    OR ((SELECT is_administrator()) AND 'administrator' = ANY (roles) AND NOT body_has_posts(body_id))));
CREATE POLICY post_end ON post FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR ((SELECT is_administrator()) AND body_id = (SELECT current_body()))));

ALTER TABLE authorisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY authorisation_read ON authorisation FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
-- A leader gives it in the own name, to a person of the own body.
CREATE POLICY authorisation_give ON authorisation FOR INSERT WITH CHECK (home = (SELECT current_home())
  AND is_of_body(account_id, body_id) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND given_by = (SELECT current_account()) AND (SELECT holds_role('leader')))));
CREATE POLICY authorisation_revoke ON authorisation FOR UPDATE USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND (SELECT holds_role('leader')))));

GRANT SELECT, INSERT ON post, authorisation TO phoihop_app;
GRANT UPDATE (to_on, version) ON post TO phoihop_app;
GRANT UPDATE (revoked_on, version) ON authorisation TO phoihop_app;

-- A person as of today: the roles of every post that holds, 'authorised' besides where a paper lets them decide,
-- and the post that is named first. Within the rights of who asks.
CREATE VIEW account_today WITH (security_invoker = true) AS
  SELECT a.home, a.id, a.body_id, a.username, a.display_name, a.demo, a.disabled_at,
    coalesce((SELECT array_agg(DISTINCT role) FROM post p, unnest(p.roles) role
      WHERE p.home = a.home AND p.account_id = a.id
        AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)), '{}')
    || CASE WHEN first.id IS NOT NULL AND EXISTS (SELECT FROM authorisation z WHERE z.home = a.home AND z.account_id = a.id
        AND z.from_on <= vn_today() AND z.to_on >= vn_today() AND coalesce(z.revoked_on > vn_today(), true))
      THEN ARRAY['authorised'] ELSE ARRAY[]::text[] END AS roles,
    coalesce(first.title, '') AS post, first.unit_id
  FROM account a LEFT JOIN LATERAL (SELECT p.id, p.title, p.unit_id FROM post p
    WHERE p.home = a.home AND p.account_id = a.id
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
    ORDER BY 'leader' = ANY (p.roles) DESC, 'head' = ANY (p.roles) DESC, p.from_on NULLS FIRST, p.id LIMIT 1) first ON true;
GRANT SELECT ON account_today TO phoihop_app;

-- Who signed, as on that day: the other side sees no accounts, and yet the joint paper names both.
ALTER TABLE agreement
  ADD signer_name text,
  ADD signer_post text,
  -- The leader's title in whose place an authorised person signed.
  ADD signer_for text;

-- Inside a side: an officer submits, the head of the unit sends on or back, a leader clears or returns.
-- Where the unit has no head it goes straight to the leader ('forwarded').
ALTER TABLE clearance
  ADD unit_id uuid,
  ADD forwarded_by uuid,
  ADD forwarded_at timestamptz,
  DROP CONSTRAINT clearance_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'review', 'package')),
  DROP CONSTRAINT clearance_step_check,
  ADD CHECK (step IN ('share', 'proposals', 'agree', 'propose', 'freeze', 'send')),
  DROP CONSTRAINT clearance_state_check,
  ADD CHECK (state IN ('submitted', 'forwarded', 'cleared', 'returned')),
  DROP CONSTRAINT clearance_check,
  ADD CHECK ((state IN ('submitted', 'forwarded')) = (decided_at IS NULL)),
  DROP CONSTRAINT clearance_check1,
  -- What is cleared may bear an instruction too.
  ADD CHECK (state <> 'returned' OR instruction IS NOT NULL),
  ADD FOREIGN KEY (home, unit_id) REFERENCES unit (home, id);
DROP INDEX clearance_open;
CREATE UNIQUE INDEX clearance_open ON clearance (home, body_id, subject_kind, subject_id) WHERE state IN ('submitted', 'forwarded');
UPDATE clearance SET state = 'forwarded' WHERE state = 'submitted';
