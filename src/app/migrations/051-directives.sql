-- Documents that a programme cites and carries out (Chỉ thị, Kết luận, Kế hoạch), with the clauses and activities that do it;
-- and what of the national target programme is served by plan items and works.

CREATE TABLE directive (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- The party that entered it.
  body_id uuid NOT NULL,
  -- As printed, lower case: "chỉ thị", "kết luận".
  kind text NOT NULL CHECK (kind <> ''),
  -- Empty for a law that is cited by its name.
  number text NOT NULL,
  issued_on date,
  issuer text NOT NULL DEFAULT '',
  subject text NOT NULL DEFAULT '',
  -- Last day in force, and the document that stands in its place.
  ended_on date,
  replaced_by uuid,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(kind || ' ' || number || ' ' || issuer || ' ' || subject)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  CHECK (number <> '' OR subject <> ''),
  CHECK (ended_on >= issued_on),
  CHECK (replaced_by IS NULL OR ended_on IS NOT NULL),
  CHECK (replaced_by <> id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, replaced_by, programme_id) REFERENCES directive (home, id, programme_id)
);
-- One document is entered once in a programme; two that bear one number differ by their day.
CREATE UNIQUE INDEX directive_once ON directive
  (home, programme_id, kind, number, coalesce(issued_on, '-infinity'), (CASE WHEN number = '' THEN subject ELSE '' END))
  WHERE removed_at IS NULL;
CREATE INDEX directive_number ON directive (home, number);
CREATE INDEX directive_words ON directive USING gin (words);

CREATE TABLE directive_clause (
  home uuid NOT NULL DEFAULT current_home(),
  directive_id uuid NOT NULL,
  clause_path text NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, directive_id, clause_path),
  FOREIGN KEY (home, directive_id, programme_id) REFERENCES directive (home, id, programme_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX directive_clause_of ON directive_clause (home, programme_id, clause_path);

-- Activities that carry it out beside those under its clauses.
CREATE TABLE directive_activity (
  home uuid NOT NULL DEFAULT current_home(),
  directive_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, directive_id, activity_id),
  FOREIGN KEY (home, directive_id, programme_id) REFERENCES directive (home, id, programme_id),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);

-- The element of the target programme that a plan item or a work serves: "2021-2025/DA9.2".
CREATE TABLE element_item (
  home uuid NOT NULL DEFAULT current_home(),
  element text NOT NULL CHECK (element <> ''),
  item_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, element, item_id),
  FOREIGN KEY (home, item_id, programme_id) REFERENCES plan_item (home, id, programme_id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX element_item_of ON element_item (home, item_id);
CREATE TABLE element_construction (
  home uuid NOT NULL DEFAULT current_home(),
  element text NOT NULL CHECK (element <> ''),
  construction_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, element, construction_id),
  FOREIGN KEY (home, construction_id) REFERENCES construction (home, id)
);
CREATE INDEX element_construction_of ON element_construction (home, construction_id);

ALTER TABLE directive ENABLE ROW LEVEL SECURITY;
CREATE POLICY directive_read ON directive FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY directive_own ON directive FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE directive_clause ENABLE ROW LEVEL SECURITY;
CREATE POLICY directive_clause_read ON directive_clause FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY directive_clause_own ON directive_clause FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE directive_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY directive_activity_read ON directive_activity FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY directive_activity_own ON directive_activity FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
-- What is linked is seen by whoever sees the item or the work itself: a private plan stays private.
ALTER TABLE element_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY element_item_read ON element_item FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR item_id IN (SELECT id FROM plan_item)));
CREATE POLICY element_item_own ON element_item FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE element_construction ENABLE ROW LEVEL SECURITY;
CREATE POLICY element_construction_read ON element_construction FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR construction_id IN (SELECT id FROM construction)));
CREATE POLICY element_construction_own ON element_construction FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON directive, directive_clause, directive_activity, element_item, element_construction TO phoihop_app;
GRANT UPDATE (kind, number, issued_on, issuer, subject, ended_on, replaced_by, removed_at, version) ON directive TO phoihop_app;
GRANT DELETE ON directive_clause, directive_activity, element_item, element_construction TO phoihop_app;
