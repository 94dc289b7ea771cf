-- A province's own kinds of work, as data: proposed by one side of a programme, agreed by all, in versions.

CREATE TABLE own_kind (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- The same through all versions: the id of the first.
  key uuid NOT NULL,
  -- Which version it is once it is agreed, and which one it was written from; 0 for a new kind.
  number int CHECK (number > 0),
  base int NOT NULL CHECK (base >= 0),
  -- That nothing more is recorded under it.
  closing boolean NOT NULL DEFAULT false,
  title text NOT NULL CHECK (title <> ''),
  explanation text NOT NULL CHECK (explanation <> ''),
  count_unit text CHECK (count_unit <> ''),
  reach_unit text CHECK (reach_unit <> ''),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
  required text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL CHECK (reason <> ''),
  by_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'own' CHECK (state IN ('own', 'proposed', 'agreed', 'returned', 'replaced', 'withdrawn')),
  answer text CHECK (answer <> ''),
  answered_by uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  shared_at timestamptz,
  agreed_at timestamptz,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (base > 0 OR key = id AND NOT closing),
  CHECK ((state = 'returned') = (answer IS NOT NULL)),
  CHECK (CASE state WHEN 'own' THEN shared_at IS NULL WHEN 'withdrawn' THEN true ELSE shared_at IS NOT NULL END),
  CHECK ((state IN ('agreed', 'replaced')) = (agreed_at IS NOT NULL) AND (agreed_at IS NULL) = (number IS NULL)),
  CHECK ((state IN ('own', 'proposed', 'agreed')) = (closed_at IS NULL)),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX own_kind_programme ON own_kind (home, programme_id, key);
-- One version holds at a time, and a side proposes one at a time.
CREATE UNIQUE INDEX own_kind_number ON own_kind (home, key, number);
CREATE UNIQUE INDEX own_kind_agreed ON own_kind (home, key) WHERE state = 'agreed';
CREATE UNIQUE INDEX own_kind_open ON own_kind (home, key, by_body) WHERE state IN ('own', 'proposed');

ALTER TABLE own_kind ENABLE ROW LEVEL SECURITY;
-- One that was never shared stays its own side's, whatever became of it.
CREATE POLICY own_kind_read ON own_kind FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));
CREATE POLICY own_kind_write ON own_kind FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (by_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()) AND state = 'own')));
CREATE POLICY own_kind_answer ON own_kind FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));

-- What was proposed does not change, and holds only when every party has agreed.
CREATE FUNCTION keep_own_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
      OR (NEW.programme_id, NEW.key, NEW.base, NEW.closing, NEW.title, NEW.explanation, NEW.count_unit, NEW.reach_unit, NEW.fields, NEW.required, NEW.reason, NEW.by_body)
      IS DISTINCT FROM (OLD.programme_id, OLD.key, OLD.base, OLD.closing, OLD.title, OLD.explanation, OLD.count_unit, OLD.reach_unit, OLD.fields, OLD.required, OLD.reason, OLD.by_body)
      OR OLD.shared_at IS NOT NULL AND NEW.shared_at IS DISTINCT FROM OLD.shared_at
      OR OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number THEN
    RAISE EXCEPTION 'a proposed kind of work does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'agreed' AND OLD.state <> 'agreed' AND EXISTS (
      SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id AND NOT EXISTS (
        SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'own-kind' AND a.subject_id = NEW.id
          AND a.body_id = p.body_id AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a kind of work is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_kind_stays BEFORE UPDATE OR DELETE ON own_kind FOR EACH ROW EXECUTE FUNCTION keep_own_kind();
GRANT SELECT, INSERT ON own_kind TO phoihop_app;
GRANT UPDATE (number, state, answer, answered_by, shared_at, agreed_at, closed_at, version) ON own_kind TO phoihop_app;

-- Under which version of its kind an activity was recorded: it stays as it was when the kind changes.
ALTER TABLE activity ADD COLUMN kind_version int NOT NULL DEFAULT 1;
GRANT UPDATE (kind_version) ON activity TO phoihop_app;
