-- Supervision, inspection and survey, from the plan to what was repaired and seen again.

-- Works built with public or the people's money: công trình.
CREATE TABLE construction (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  commune_id uuid NOT NULL,
  village_id uuid,
  investor text NOT NULL CHECK (investor <> ''),
  contractor text NOT NULL DEFAULT '',
  source text NOT NULL DEFAULT '',
  -- Component of the target programme, as its decision names it.
  component text NOT NULL DEFAULT '',
  -- Whole đồng.
  amount bigint CHECK (amount >= 0),
  starts_on date,
  ends_on date,
  national_code text NOT NULL DEFAULT '',
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (ends_on >= starts_on),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, commune_id) REFERENCES place (home, id),
  FOREIGN KEY (home, village_id) REFERENCES place (home, id)
);
CREATE INDEX construction_body ON construction (home, body_id, commune_id);

CREATE TABLE supervision (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  -- The four forms of Luật MTTQ, Điều 27, and the inter-agency inspection team.
  form text NOT NULL CHECK (form IN ('papers', 'team', 'board', 'joining', 'inspection')),
  object_kind text NOT NULL CHECK (object_kind IN ('construction', 'project', 'policy', 'body')),
  construction_id uuid,
  object text NOT NULL CHECK (object <> ''),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 200),
  content text NOT NULL CHECK (content <> ''),
  commune_id uuid,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  -- Of a community board: who sits on it as counts by kind, never by name.
  board_front int CHECK (board_front >= 0),
  board_inspectors int CHECK (board_inspectors >= 0),
  board_villagers int CHECK (board_villagers >= 0),
  conflicts_asked boolean NOT NULL DEFAULT false,
  -- The year whose overall supervision it belongs to.
  overall_year int,
  programme_id uuid,
  clause_path text,
  shared_at timestamptz,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'notified', 'visiting', 'findings', 'recommended', 'confirmed-by-front',
    'sent', 'answered', 'repaired', 'explained', 'seen-again', 'closed')),
  due_on date,
  due_basis text,
  last_day date,
  closed_on date,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(title || ' ' || object)) STORED,
  PRIMARY KEY (home, id),
  CHECK (ends_on >= starts_on),
  CHECK ((object_kind = 'construction') = (construction_id IS NOT NULL)),
  -- Luật Thực hiện dân chủ ở cơ sở, Điều 41: at least five members.
  CHECK ((form = 'board') = (board_front IS NOT NULL)),
  CHECK ((form = 'board') = (board_inspectors IS NOT NULL) AND (form = 'board') = (board_villagers IS NOT NULL)),
  CHECK (board_front + board_inspectors + board_villagers >= 5),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
  CHECK ((state = 'closed') = (due_on IS NULL)),
  CHECK (shared_at IS NULL OR programme_id IS NOT NULL),
  CHECK (clause_path IS NULL OR programme_id IS NOT NULL),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, construction_id) REFERENCES construction (home, id),
  FOREIGN KEY (home, commune_id) REFERENCES place (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
CREATE INDEX supervision_body ON supervision (home, body_id, starts_on DESC, id DESC);
CREATE INDEX supervision_due ON supervision (home, body_id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX supervision_shared ON supervision (home, programme_id, starts_on) WHERE shared_at IS NOT NULL;
CREATE INDEX supervision_construction ON supervision (home, construction_id) WHERE construction_id IS NOT NULL;
CREATE INDEX supervision_words ON supervision USING gin (words);

-- Officials on a team: by body and post, for the work of the team.
CREATE TABLE supervision_member (
  home uuid NOT NULL DEFAULT current_home(),
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  position int NOT NULL,
  from_body text NOT NULL CHECK (from_body <> ''),
  post text NOT NULL CHECK (post <> ''),
  official text NOT NULL DEFAULT '',
  heads boolean NOT NULL DEFAULT false,
  PRIMARY KEY (home, supervision_id, position),
  FOREIGN KEY (home, supervision_id) REFERENCES supervision (home, id)
);

CREATE TABLE finding (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  seen_on date NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  -- What is asked to be done about it; empty where nothing is.
  recommendation text NOT NULL DEFAULT '',
  -- What the overall supervision of a year carries into the next period.
  proposal text NOT NULL DEFAULT '',
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, supervision_id) REFERENCES supervision (home, id)
);
CREATE INDEX finding_supervision ON finding (home, supervision_id, created_at);

-- One row for every step that was taken. `before` is the supervision as the step found it.
CREATE TABLE supervision_step (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('notify', 'visit', 'conclude', 'recommend', 'confirm', 'send', 'answer', 'remedy', 'see-again', 'close')),
  day date NOT NULL,
  addressee text,
  paper_number text,
  paper_date date,
  summary text NOT NULL DEFAULT '',
  outcome text CHECK (outcome IN ('repaired', 'explained', 'right', 'not-right')),
  due_on date,
  due_basis text,
  before jsonb NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  taken_back_at timestamptz,
  PRIMARY KEY (home, id),
  CHECK ((kind IN ('remedy', 'see-again')) = (outcome IS NOT NULL)),
  FOREIGN KEY (home, supervision_id) REFERENCES supervision (home, id)
);
CREATE INDEX supervision_step_of ON supervision_step (home, supervision_id, created_at);

-- Supervisions that a party of a programme has shown to the others.
CREATE FUNCTION shared_supervisions() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM supervision WHERE home = current_home() AND shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes())
$$;
CREATE FUNCTION shared_constructions() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT construction_id FROM supervision WHERE home = current_home() AND construction_id IS NOT NULL AND shared_at IS NOT NULL
    AND programme_id IN (SELECT my_programmes())
$$;

ALTER TABLE construction ENABLE ROW LEVEL SECURITY;
CREATE POLICY construction_read ON construction FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR id IN (SELECT shared_constructions())));
CREATE POLICY construction_own ON construction FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE supervision ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_read ON supervision FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY supervision_own ON supervision FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE supervision_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_member_read ON supervision_member FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY supervision_member_own ON supervision_member FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY finding_read ON finding FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY finding_own ON finding FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE supervision_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_step_read ON supervision_step FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY supervision_step_own ON supervision_step FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON construction, supervision, supervision_member, finding, supervision_step TO phoihop_app;
GRANT UPDATE (name, commune_id, village_id, investor, contractor, source, component, amount, starts_on, ends_on, national_code, version)
  ON construction TO phoihop_app;
GRANT UPDATE (form, object_kind, construction_id, object, title, content, commune_id, starts_on, ends_on, board_front, board_inspectors,
  board_villagers, conflicts_asked, overall_year, programme_id, clause_path, shared_at, state, due_on, due_basis, last_day, closed_on,
  version) ON supervision TO phoihop_app;
GRANT DELETE ON supervision_member TO phoihop_app;
GRANT UPDATE (seen_on, text, recommendation, proposal, removed_at, version) ON finding TO phoihop_app;
GRANT UPDATE (taken_back_at) ON supervision_step TO phoihop_app;
