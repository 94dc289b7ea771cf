-- The next programme: what each side wants of each clause of an ending one, and which programme goes on with which.

CREATE TABLE renewal_decision (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  clause_path text NOT NULL,
  body_id uuid NOT NULL,
  -- Null once it was taken back.
  choice text CHECK (choice IN ('keep', 'change', 'drop')),
  -- The words of the clause as the side would have them.
  new_text text CHECK (new_text <> ''),
  reason text CHECK (reason <> ''),
  decided_by uuid,
  decided_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, programme_id, clause_path, body_id),
  CHECK ((choice IS NOT DISTINCT FROM 'change') = (new_text IS NOT NULL)),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);

-- A side decides for itself; the other parties read it.
ALTER TABLE renewal_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY renewal_decision_read ON renewal_decision FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY renewal_decision_own ON renewal_decision FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY renewal_decision_change ON renewal_decision FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON renewal_decision TO phoihop_app;
GRANT UPDATE (choice, new_text, reason, decided_by, decided_at, version) ON renewal_decision TO phoihop_app;

-- The programmes that a draft goes on with; one written from them is not signed yet and cannot be taken into use.
ALTER TABLE import_draft ADD continues uuid[] NOT NULL DEFAULT '{}', ADD unsigned boolean NOT NULL DEFAULT false;

CREATE TABLE programme_continues (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  earlier_id uuid NOT NULL,
  PRIMARY KEY (home, programme_id, earlier_id),
  CHECK (programme_id <> earlier_id),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id),
  FOREIGN KEY (home, earlier_id) REFERENCES programme (home, id)
);
CREATE INDEX programme_continues_earlier ON programme_continues (home, earlier_id);
ALTER TABLE programme_continues ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_continues_read ON programme_continues FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())
    OR earlier_id IN (SELECT my_programmes())));
CREATE POLICY programme_continues_enter ON programme_continues FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (earlier_id IN (SELECT my_programmes())
    AND programme_id IN (SELECT p.id FROM programme p WHERE p.accepted_by = (SELECT current_account())))));
GRANT SELECT, INSERT ON programme_continues TO phoihop_app;
