-- The signed programme: its text never changes; clauses and commitments are annotations on its spans.

CREATE TABLE programme (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  number text,
  date date,
  place text,
  effective_from date NOT NULL,
  period_from int NOT NULL,
  period_to int NOT NULL,
  lead_body uuid NOT NULL,
  reporting text NOT NULL DEFAULT 'nd09' CHECK (reporting IN ('nd09', 'calendar', 'custom')),
  reporting_cutoffs jsonb,
  source_sha256 text NOT NULL,
  source_file uuid NOT NULL,
  source_text text NOT NULL,
  details jsonb NOT NULL,
  accepted_by uuid,
  accepted_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (period_from <= period_to),
  FOREIGN KEY (home, lead_body) REFERENCES body (home, id),
  FOREIGN KEY (home, source_file) REFERENCES file (home, id)
);

CREATE TABLE programme_party (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  position int NOT NULL CHECK (position BETWEEN 1 AND 4),
  printed_name text NOT NULL,
  PRIMARY KEY (home, programme_id, body_id),
  UNIQUE (home, programme_id, position),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE INDEX programme_party_body ON programme_party (home, body_id);

CREATE FUNCTION my_programmes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT programme_id FROM programme_party WHERE home = current_home() AND body_id = current_body() $$;
-- A programme that has no party yet: who accepted it enters them, all in one statement.
CREATE FUNCTION is_being_accepted(accepted uuid) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM programme WHERE home = current_home() AND id = accepted AND accepted_by = current_account())
    AND NOT EXISTS (SELECT FROM programme_party WHERE home = current_home() AND programme_id = accepted)
$$;

CREATE TABLE clause (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  path text NOT NULL,
  parent_path text,
  position int NOT NULL,
  label text NOT NULL,
  heading boolean NOT NULL,
  text text NOT NULL,
  span_from int NOT NULL,
  span_to int NOT NULL,
  words tsvector GENERATED ALWAYS AS (vn_words(text)) STORED,
  PRIMARY KEY (home, programme_id, path),
  UNIQUE (home, programme_id, position),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);
CREATE INDEX clause_words ON clause USING gin (words);

CREATE TABLE commitment (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  clause_path text NOT NULL,
  position int NOT NULL,
  text text NOT NULL,
  span_from int NOT NULL,
  span_to int NOT NULL,
  -- Bodies as printed; those that are parties stand in the two columns after them.
  lead text[] NOT NULL,
  support text[] NOT NULL,
  lead_bodies uuid[] NOT NULL,
  support_bodies uuid[] NOT NULL,
  others text[] NOT NULL,
  advises text[] NOT NULL,
  schedules jsonb NOT NULL,
  deadline text,
  product text,
  targets jsonb NOT NULL,
  topics text[] NOT NULL,
  words tsvector GENERATED ALWAYS AS (vn_words(text)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, programme_id, position),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
CREATE INDEX commitment_words ON commitment USING gin (words);

-- A reading in work: only its own side sees it. `machine` stays as it was read.
CREATE TABLE import_draft (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  owner_body uuid NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  -- Both null once a refused file is taken out; a paper marked secret leaves not even its name.
  file_id uuid,
  file_name text,
  state text NOT NULL CHECK (state IN ('reading', 'read', 'failed', 'accepted', 'discarded')),
  progress_done int NOT NULL DEFAULT 0,
  progress_total int NOT NULL DEFAULT 0,
  failure text,
  source jsonb,
  machine jsonb,
  -- `reading` is `machine` with every mend applied in order, so that a mend is undone by leaving it out.
  mends jsonb NOT NULL DEFAULT '[]',
  reading jsonb,
  programme_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, owner_body) REFERENCES body (home, id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id)
);
CREATE INDEX import_draft_owner ON import_draft (home, owner_body, state);

-- An agreement of one side to one content: the digest says to which. Nothing is joint until every party's digest is the same.
CREATE TABLE agreement (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('plan', 'review')),
  subject_id uuid NOT NULL,
  body_id uuid NOT NULL,
  digest text NOT NULL,
  account_id uuid,
  at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE UNIQUE INDEX agreement_standing ON agreement (home, subject_kind, subject_id, body_id) WHERE withdrawn_at IS NULL;

ALTER TABLE programme ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_read ON programme FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR id IN (SELECT my_programmes())));
CREATE POLICY programme_accept ON programme FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR accepted_by = (SELECT current_account())));
CREATE POLICY programme_change ON programme FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR id IN (SELECT my_programmes())));
ALTER TABLE programme_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_party_read ON programme_party FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
-- Nobody becomes a party of a programme that stands.
CREATE POLICY programme_party_accept ON programme_party FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_being_accepted(programme_id)));
CREATE POLICY programme_party_site ON programme_party FOR ALL USING (home = (SELECT current_home()) AND (SELECT is_system()));
-- The signed text is entered once and then only read.
ALTER TABLE clause ENABLE ROW LEVEL SECURITY;
CREATE POLICY clause_read ON clause FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY clause_enter ON clause FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
ALTER TABLE commitment ENABLE ROW LEVEL SECURITY;
CREATE POLICY commitment_read ON commitment FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY commitment_enter ON commitment FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
ALTER TABLE import_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY import_draft_own ON import_draft FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR owner_body = (SELECT current_body())));
ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY agreement_read ON agreement FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY agreement_write ON agreement FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND account_id = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()))));
-- Whoever changes the content withdraws every side's agreement to the old one, and can do nothing else with it: 003 grants no other column.
CREATE POLICY agreement_withdraw ON agreement FOR UPDATE
  USING (home = (SELECT current_home()) AND withdrawn_at IS NULL AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())))
  WITH CHECK (home = (SELECT current_home()) AND withdrawn_at IS NOT NULL);

-- Read by its side and, once joint, by every party; changed only by its side, which can share it in no programme but its own.
ALTER TABLE file ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_read ON file FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR owner_body = (SELECT current_body())
    OR (visibility = 'joint' AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY file_own ON file FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR owner_body = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (owner_body = (SELECT current_body())
    AND (programme_id IS NULL OR programme_id IN (SELECT my_programmes())))));
