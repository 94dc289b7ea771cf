-- A working indicator: how the parties measure a duty that the signed text leaves without a number. It stands beside the text, never in it.

ALTER TABLE commitment ADD UNIQUE (home, id, programme_id);

CREATE TABLE working_indicator (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  unit text NOT NULL CHECK (unit <> ''),
  target_min numeric CHECK (target_min >= 0),
  target_max numeric CHECK (target_max >= 0),
  -- 'year', 'term', or each of a scope: "xã".
  target_per text NOT NULL CHECK (target_per <> ''),
  evidence_wanted text CHECK (evidence_wanted <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  by_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'own' CHECK (state IN ('own', 'proposed', 'agreed', 'returned', 'replaced', 'withdrawn')),
  -- Why it was sent back, and by whom.
  answer text CHECK (answer <> ''),
  answered_by uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  shared_at timestamptz,
  agreed_at timestamptz,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (target_min <= target_max),
  CHECK ((state = 'returned') = (answer IS NOT NULL)),
  CHECK (CASE state WHEN 'own' THEN shared_at IS NULL WHEN 'withdrawn' THEN true ELSE shared_at IS NOT NULL END),
  CHECK ((state IN ('agreed', 'replaced')) = (agreed_at IS NOT NULL)),
  CHECK ((state IN ('own', 'proposed', 'agreed')) = (closed_at IS NULL)),
  FOREIGN KEY (home, commitment_id, programme_id) REFERENCES commitment (home, id, programme_id),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX working_indicator_programme ON working_indicator (home, programme_id, commitment_id);
-- A duty is measured in one way at a time, and a side proposes one at a time.
CREATE UNIQUE INDEX working_indicator_agreed ON working_indicator (home, commitment_id) WHERE state = 'agreed';
CREATE UNIQUE INDEX working_indicator_open ON working_indicator (home, commitment_id, by_body) WHERE state IN ('own', 'proposed');

ALTER TABLE working_indicator ENABLE ROW LEVEL SECURITY;
-- One that was never shared stays its own side's, whatever became of it.
CREATE POLICY working_indicator_read ON working_indicator FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));
CREATE POLICY working_indicator_write ON working_indicator FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (by_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY working_indicator_answer ON working_indicator FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));

-- What was proposed does not change once the others could read it; it binds only when every party has agreed.
CREATE FUNCTION keep_shared_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
      OR (NEW.programme_id, NEW.commitment_id, NEW.unit, NEW.target_min, NEW.target_max, NEW.target_per, NEW.evidence_wanted, NEW.reason, NEW.by_body, NEW.shared_at)
      IS DISTINCT FROM (OLD.programme_id, OLD.commitment_id, OLD.unit, OLD.target_min, OLD.target_max, OLD.target_per, OLD.evidence_wanted, OLD.reason, OLD.by_body, OLD.shared_at) THEN
    RAISE EXCEPTION 'a shared indicator does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'agreed' AND OLD.state <> 'agreed' AND EXISTS (
      SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id AND NOT EXISTS (
        SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'indicator' AND a.subject_id = NEW.id
          AND a.body_id = p.body_id AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'an indicator is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER working_indicator_stays BEFORE UPDATE OR DELETE ON working_indicator
  FOR EACH ROW WHEN (OLD.shared_at IS NOT NULL) EXECUTE FUNCTION keep_shared_indicator();

GRANT SELECT, INSERT, UPDATE ON working_indicator TO phoihop_app;
