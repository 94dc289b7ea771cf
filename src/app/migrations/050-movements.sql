-- What runs for years beside the plan: campaigns (cuộc vận động), emulation movements (phong trào thi đua), twinnings (kết nghĩa)
-- and models (mô hình điểm, Dân vận khéo). Registered and reported year by year, each in units of its own.

CREATE TABLE movement (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('campaign', 'emulation', 'twinning', 'model')),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 200),
  -- What is done; of a twinning what each has promised.
  content text NOT NULL CHECK (content <> ''),
  -- The document that launched it.
  paper_number text NOT NULL DEFAULT '',
  paper_date date,
  paper_issuer text NOT NULL DEFAULT '',
  starts_on date NOT NULL,
  -- Last day of its term; null where none is set.
  ends_on date,
  -- The commune or village of a twinning or a model.
  place_id uuid,
  -- The agency that is twinned, or the unit or community that keeps a model; never a person.
  keeper text NOT NULL DEFAULT '',
  -- The model that this one repeats elsewhere.
  copied_from uuid,
  programme_id uuid,
  clause_path text,
  shared_at timestamptz,
  recognised_number text,
  recognised_date date,
  recognised_by text,
  ended_on date,
  ended_reason text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(title || ' ' || keeper)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  CHECK (ends_on >= starts_on),
  CHECK (ended_on >= starts_on),
  CHECK ((ended_on IS NULL) = (ended_reason IS NULL)),
  CHECK ((recognised_number IS NULL) = (recognised_date IS NULL) AND (recognised_number IS NULL) = (recognised_by IS NULL)),
  CHECK (kind = 'model' OR (copied_from IS NULL AND recognised_number IS NULL)),
  CHECK (kind NOT IN ('twinning', 'model') OR (place_id IS NOT NULL AND keeper <> '')),
  CHECK (copied_from <> id),
  CHECK (shared_at IS NULL OR programme_id IS NOT NULL),
  CHECK (clause_path IS NULL OR programme_id IS NOT NULL),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id),
  FOREIGN KEY (home, copied_from) REFERENCES movement (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
CREATE INDEX movement_body ON movement (home, body_id, starts_on DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX movement_shared ON movement (home, programme_id, starts_on) WHERE shared_at IS NOT NULL;
CREATE INDEX movement_copies ON movement (home, copied_from) WHERE copied_from IS NOT NULL;
CREATE INDEX movement_words ON movement USING gin (words);

-- What a movement counts, in its own unit: hộ, nhà, ngày công, đồng.
CREATE TABLE movement_measure (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  movement_id uuid NOT NULL,
  body_id uuid NOT NULL,
  position int NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  unit text NOT NULL CHECK (unit <> ''),
  PRIMARY KEY (home, id),
  UNIQUE (home, id, movement_id),
  FOREIGN KEY (home, movement_id) REFERENCES movement (home, id)
);
CREATE INDEX movement_measure_of ON movement_measure (home, movement_id, position);

-- One year of it: registered at its beginning, reported at its end.
CREATE TABLE movement_year (
  home uuid NOT NULL DEFAULT current_home(),
  movement_id uuid NOT NULL,
  body_id uuid NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  registered_on date,
  reported_on date,
  -- What came of the year, in words; of a model its review.
  said text NOT NULL DEFAULT '',
  PRIMARY KEY (home, movement_id, year),
  FOREIGN KEY (home, movement_id) REFERENCES movement (home, id)
);
CREATE TABLE movement_figure (
  home uuid NOT NULL DEFAULT current_home(),
  movement_id uuid NOT NULL,
  body_id uuid NOT NULL,
  year int NOT NULL,
  measure_id uuid NOT NULL,
  registered numeric CHECK (registered >= 0),
  reached numeric CHECK (reached >= 0),
  PRIMARY KEY (home, movement_id, year, measure_id),
  FOREIGN KEY (home, movement_id, year) REFERENCES movement_year (home, movement_id, year),
  FOREIGN KEY (home, measure_id, movement_id) REFERENCES movement_measure (home, id, movement_id)
);

-- Activities hang on the movement of their own programme.
CREATE TABLE movement_activity (
  home uuid NOT NULL DEFAULT current_home(),
  movement_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, movement_id, activity_id),
  FOREIGN KEY (home, movement_id, programme_id) REFERENCES movement (home, id, programme_id),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id)
);
CREATE INDEX movement_activity_of ON movement_activity (home, activity_id);

-- Movements that a party of a programme has shown to the others.
CREATE FUNCTION shared_movements() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM movement WHERE home = current_home() AND shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes())
$$;

ALTER TABLE movement ENABLE ROW LEVEL SECURITY;
CREATE POLICY movement_read ON movement FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY movement_own ON movement FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE movement_measure ENABLE ROW LEVEL SECURITY;
CREATE POLICY movement_measure_read ON movement_measure FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR movement_id IN (SELECT shared_movements())));
CREATE POLICY movement_measure_own ON movement_measure FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE movement_year ENABLE ROW LEVEL SECURITY;
CREATE POLICY movement_year_read ON movement_year FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR movement_id IN (SELECT shared_movements())));
CREATE POLICY movement_year_own ON movement_year FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE movement_figure ENABLE ROW LEVEL SECURITY;
CREATE POLICY movement_figure_read ON movement_figure FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR movement_id IN (SELECT shared_movements())));
CREATE POLICY movement_figure_own ON movement_figure FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE movement_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY movement_activity_read ON movement_activity FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR movement_id IN (SELECT shared_movements())));
CREATE POLICY movement_activity_own ON movement_activity FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON movement, movement_measure, movement_year, movement_figure, movement_activity TO phoihop_app;
GRANT UPDATE (title, content, paper_number, paper_date, paper_issuer, starts_on, ends_on, place_id, keeper, programme_id, clause_path,
  shared_at, recognised_number, recognised_date, recognised_by, ended_on, ended_reason, removed_at, version) ON movement TO phoihop_app;
GRANT UPDATE (position, name, unit) ON movement_measure TO phoihop_app;
GRANT UPDATE (registered_on, reported_on, said) ON movement_year TO phoihop_app;
GRANT UPDATE (registered, reached) ON movement_figure TO phoihop_app;
GRANT DELETE ON movement_measure, movement_activity TO phoihop_app;
