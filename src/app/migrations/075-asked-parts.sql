-- A part of a shared text that a side has asked one of its units to write. Every party knows that it is awaited, and by when.
CREATE TABLE review_part (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  body_id uuid NOT NULL,
  -- The fixed heading it stands under: a clause, a section, or the heading itself.
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 500),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  due_on date NOT NULL,
  asked_at timestamptz NOT NULL,
  arrived_at timestamptz,
  dropped_at timestamptz,
  PRIMARY KEY (home, id),
  CHECK (arrived_at IS NULL OR dropped_at IS NULL),
  FOREIGN KEY (home, review_id) REFERENCES review_text (home, review_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE INDEX review_part_review ON review_part (home, review_id, asked_at);

ALTER TABLE review_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_part_read ON review_part FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review)));
CREATE POLICY review_part_ask ON review_part FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))));
CREATE POLICY review_part_change ON review_part FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))));
GRANT SELECT, INSERT ON review_part TO phoihop_app;
GRANT UPDATE (arrived_at, dropped_at) ON review_part TO phoihop_app;

-- What stands between the asking side and its unit: which unit, what is wanted, what it wrote, why it came back. Nobody else's.
CREATE TABLE review_part_work (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'handed-in', 'returned')),
  -- Empty where the unit has written in the shared text itself.
  text text NOT NULL DEFAULT '' CHECK (length(text) <= 20000),
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  asked_by uuid NOT NULL,
  handed_by uuid,
  handed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (state <> 'returned' OR reason IS NOT NULL),
  CHECK ((state = 'asked') = (handed_at IS NULL)),
  FOREIGN KEY (home, id) REFERENCES review_part (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id)
);

ALTER TABLE review_part_work ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_part_work_read ON review_part_work FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
CREATE POLICY review_part_work_ask ON review_part_work FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND id IN (SELECT id FROM review_part WHERE body_id = (SELECT current_body()))
    AND unit_id IN (SELECT id FROM unit WHERE body_id = (SELECT current_body())))));
CREATE POLICY review_part_work_change ON review_part_work FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT ON review_part_work TO phoihop_app;
GRANT UPDATE (state, text, reason, handed_by, handed_at, version) ON review_part_work TO phoihop_app;
