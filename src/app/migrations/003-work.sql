-- The year's plan, what was done, and the review that is compiled from it.

CREATE TABLE plan (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  year int NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('private', 'draft', 'agreed')),
  -- The side that drafted it; while it is private, nobody else sees it.
  owner_body uuid,
  digest text,
  created_by uuid,
  created_at timestamptz NOT NULL,
  shared_at timestamptz,
  agreed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  CHECK (state <> 'private' OR (owner_body IS NOT NULL AND shared_at IS NULL)),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);
-- Each side may keep a plan of the year to itself; one alone is shared.
CREATE UNIQUE INDEX plan_shared ON plan (home, programme_id, year) WHERE state <> 'private';
CREATE UNIQUE INDEX plan_private ON plan (home, programme_id, year, owner_body) WHERE state = 'private';

CREATE TABLE plan_item (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  clause_path text NOT NULL,
  commitment_id uuid,
  position int NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  lead_bodies uuid[] NOT NULL,
  support_bodies uuid[] NOT NULL,
  others text[] NOT NULL DEFAULT '{}',
  -- 'due' has due_on; 'occasion' too, and its name; 'continuous' and 'undated' run the whole year.
  timing text NOT NULL CHECK (timing IN ('due', 'occasion', 'continuous', 'undated')),
  starts_on date,
  due_on date,
  occasion text,
  target_min numeric,
  target_max numeric,
  target_unit text,
  target_per text,
  product text,
  dropped_reason text,
  closed_at timestamptz,
  closed_by uuid,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(title)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  UNIQUE (home, plan_id, position),
  CHECK ((timing IN ('due', 'occasion')) = (due_on IS NOT NULL)),
  CHECK (starts_on IS NULL OR due_on IS NULL OR starts_on <= due_on),
  CHECK (target_min IS NULL OR target_min >= 0),
  FOREIGN KEY (home, plan_id, programme_id) REFERENCES plan (home, id, programme_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, commitment_id) REFERENCES commitment (home, id)
);
CREATE INDEX plan_item_programme ON plan_item (home, programme_id, clause_path);
CREATE INDEX plan_item_due ON plan_item (home, due_on);
CREATE INDEX plan_item_words ON plan_item USING gin (words);

CREATE TABLE activity (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  owner_body uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  held_on date NOT NULL,
  held_to date,
  place text NOT NULL,
  -- The count pair: 2 lớp · 117 lượt người.
  count numeric CHECK (count >= 0),
  count_unit text,
  reach numeric CHECK (reach >= 0),
  reach_unit text,
  money bigint CHECK (money >= 0),
  note text NOT NULL DEFAULT '',
  created_by uuid,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(title || ' ' || place || ' ' || note)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  CHECK (held_to IS NULL OR held_to >= held_on),
  CHECK ((count IS NULL) = (count_unit IS NULL)),
  CHECK ((reach IS NULL) = (reach_unit IS NULL)),
  FOREIGN KEY (home, programme_id, owner_body) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX activity_programme ON activity (home, programme_id, held_on) WHERE removed_at IS NULL;
CREATE INDEX activity_words ON activity USING gin (words);

CREATE TABLE activity_item (
  home uuid NOT NULL DEFAULT current_home(),
  activity_id uuid NOT NULL,
  item_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  PRIMARY KEY (home, activity_id, item_id),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id),
  FOREIGN KEY (home, item_id, programme_id) REFERENCES plan_item (home, id, programme_id)
);
CREATE INDEX activity_item_item ON activity_item (home, item_id);

-- A review belongs to the side that compiles it until it is shared; then to every party.
CREATE TABLE review (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  owner_body uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('half-year', 'year')),
  year int NOT NULL,
  half int CHECK (half IN (1, 2)),
  period_from date NOT NULL,
  period_to date NOT NULL,
  due_on date,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'frozen')),
  -- What officers write themselves, by section: difficulties, causes, directions, proposals, …
  texts jsonb NOT NULL DEFAULT '{}',
  -- The compiled content as frozen; null while the figures are live.
  frozen jsonb,
  digest text,
  created_by uuid,
  created_at timestamptz NOT NULL,
  frozen_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((kind = 'half-year') = (half IS NOT NULL)),
  CHECK ((state = 'frozen') = (frozen IS NOT NULL)),
  FOREIGN KEY (home, programme_id, owner_body) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE UNIQUE INDEX review_one ON review (home, programme_id, owner_body, kind, year, coalesce(half, 0));

ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_parties ON plan FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (state <> 'private' OR owner_body = (SELECT current_body())))));
ALTER TABLE plan_item ENABLE ROW LEVEL SECURITY;
-- An item is seen where its plan is.
CREATE POLICY plan_item_parties ON plan_item FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes()) AND plan_id IN (SELECT id FROM plan))));
ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY activity_read ON activity FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY activity_write ON activity FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (owner_body = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
ALTER TABLE activity_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY activity_item_read ON activity_item FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
-- Links are written by the side that recorded the activity.
CREATE POLICY activity_item_link ON activity_item FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR EXISTS (SELECT FROM activity a
    WHERE a.home = activity_item.home AND a.id = activity_id AND a.owner_body = (SELECT current_body()))));
CREATE POLICY activity_item_unlink ON activity_item FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR EXISTS (SELECT FROM activity a
    WHERE a.home = activity_item.home AND a.id = activity_id AND a.owner_body = (SELECT current_body()))));
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_read ON review FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR owner_body = (SELECT current_body())
    OR (state IN ('proposed', 'frozen') AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY review_write ON review FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (owner_body = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY review_change ON review FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (owner_body = (SELECT current_body()) OR state = 'proposed'))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR owner_body = (SELECT current_body()) OR state = 'frozen'));

-- What is frozen stays as it was, whoever asks.
CREATE FUNCTION keep_frozen_review() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'a frozen review does not change' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER review_stays_frozen BEFORE UPDATE OR DELETE ON review
  FOR EACH ROW WHEN (OLD.state = 'frozen') EXECUTE FUNCTION keep_frozen_review();

-- Of a proposed review another party can only say that it is agreed; its words stay its owner's.
CREATE FUNCTION keep_owners_words() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'a review is written by its owner' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER review_words_are_its_owners BEFORE UPDATE ON review
  FOR EACH ROW WHEN (NEW.texts IS DISTINCT FROM OLD.texts AND NOT is_system() AND OLD.owner_body IS DISTINCT FROM current_body())
  EXECUTE FUNCTION keep_owners_words();

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO phoihop_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO phoihop_app;
-- What was written down stays: nobody but the owner of the database can change or take out an audit row.
REVOKE UPDATE, DELETE ON audit FROM phoihop_app;
REVOKE ALL ON migration FROM phoihop_app;
-- To whom a row belongs, and what was agreed to, is said once.
REVOKE UPDATE, DELETE ON agreement, review FROM phoihop_app;
GRANT UPDATE (withdrawn_at) ON agreement TO phoihop_app;
GRANT UPDATE (state, texts, frozen, digest, frozen_at, version) ON review TO phoihop_app;
