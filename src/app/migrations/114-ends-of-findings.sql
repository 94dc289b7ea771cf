-- What was repaired, explained, not repaired or seen again is told of findings, not of a whole supervision.
CREATE TABLE step_finding (
  home uuid NOT NULL DEFAULT current_home(),
  step_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  PRIMARY KEY (home, step_id, finding_id),
  FOREIGN KEY (home, step_id) REFERENCES supervision_step (home, id),
  FOREIGN KEY (home, finding_id) REFERENCES finding (home, id)
);
CREATE INDEX step_finding_supervision ON step_finding (home, supervision_id);
CREATE INDEX step_finding_of ON step_finding (home, finding_id);

ALTER TABLE step_finding ENABLE ROW LEVEL SECURITY;
CREATE POLICY step_finding_read ON step_finding FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY step_finding_own ON step_finding FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT ON step_finding TO phoihop_app;

ALTER TABLE supervision_step DROP CONSTRAINT supervision_step_outcome_check;
ALTER TABLE supervision_step ADD CONSTRAINT supervision_step_outcome_check
  CHECK (outcome IN ('repaired', 'explained', 'not-repaired', 'right', 'not-right'));

-- Until now a remedy and a second look were of all that had been asked for.
INSERT INTO step_finding (home, step_id, finding_id, supervision_id, body_id)
  SELECT s.home, s.id, f.id, s.supervision_id, s.body_id FROM supervision_step s
    JOIN finding f ON f.home = s.home AND f.supervision_id = s.supervision_id
    WHERE s.kind IN ('remedy', 'see-again') AND f.removed_at IS NULL AND f.recommendation <> '';
