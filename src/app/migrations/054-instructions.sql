-- Ý kiến chỉ đạo: what the head of the unit or a leader wants done about something laid before them, followed until it is done.
-- One side's own, like the submission that it belongs to.
CREATE TABLE instruction (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  clearance_id uuid NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  due_on date,
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  done_by uuid,
  done_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((done_by IS NULL) = (done_at IS NULL)),
  FOREIGN KEY (home, clearance_id) REFERENCES clearance (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX instruction_clearance ON instruction (home, clearance_id);
CREATE INDEX instruction_open ON instruction (home, body_id) WHERE done_at IS NULL;

ALTER TABLE instruction ENABLE ROW LEVEL SECURITY;
CREATE POLICY instruction_own ON instruction FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND EXISTS (SELECT FROM clearance c WHERE c.id = clearance_id AND c.body_id = instruction.body_id
      AND c.programme_id = instruction.programme_id))));
GRANT SELECT, INSERT ON instruction TO phoihop_app;
GRANT UPDATE (done_by, done_at, version) ON instruction TO phoihop_app;

-- What was said while clearing is followed like the others; with what came back it stays with the submission.
INSERT INTO instruction (home, id, body_id, programme_id, clearance_id, words, due_on, given_by, given_at)
  SELECT home, gen_random_uuid(), body_id, programme_id, id, instruction, due_on, decided_by, decided_at
  FROM clearance WHERE state = 'cleared' AND instruction IS NOT NULL;
