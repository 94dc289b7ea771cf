-- Who stands behind a programme on each side: focal points, the working group, its meetings and what they concluded.

-- A unit is never an answer to "who?": behind each stand a holder and a deputy. Office contacts only.
CREATE TABLE focal_point (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit text NOT NULL CHECK (unit <> ''),
  holder text NOT NULL CHECK (holder <> ''),
  holder_post text NOT NULL,
  deputy text NOT NULL CHECK (deputy <> ''),
  deputy_post text NOT NULL,
  phone text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  from_on date NOT NULL,
  to_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (from_on <= to_on),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX focal_point_programme ON focal_point (home, programme_id);

CREATE TABLE working_group (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- Whose clerk has entered the founding paper.
  by_body uuid NOT NULL,
  number text NOT NULL CHECK (number <> ''),
  decided_on date NOT NULL,
  paper_file uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, programme_id),
  UNIQUE (home, programme_id, id),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, paper_file) REFERENCES file (home, id)
);

CREATE TABLE working_group_member (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  post text NOT NULL,
  role text NOT NULL CHECK (role IN ('head', 'deputy', 'member', 'secretary')),
  from_on date NOT NULL,
  to_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (from_on <= to_on),
  FOREIGN KEY (home, programme_id, group_id) REFERENCES working_group (home, programme_id, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX working_group_member_group ON working_group_member (home, group_id);

CREATE TABLE meeting (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  by_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'returned', 'agreed')),
  held_on date NOT NULL,
  place text NOT NULL CHECK (place <> ''),
  chaired_by uuid NOT NULL,
  agenda text NOT NULL CHECK (agenda <> ''),
  notes text NOT NULL DEFAULT '',
  minutes_file uuid,
  reason text CHECK (reason <> ''),
  returned_by uuid,
  digest text,
  proposed_at timestamptz,
  agreed_at timestamptz,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(agenda || ' ' || place)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, programme_id, id),
  CHECK ((state = 'draft') = (digest IS NULL)),
  CHECK ((state = 'agreed') = (agreed_at IS NOT NULL)),
  CHECK (state <> 'returned' OR reason IS NOT NULL),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, chaired_by) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, minutes_file) REFERENCES file (home, id)
);
CREATE INDEX meeting_programme ON meeting (home, programme_id, held_on);
CREATE INDEX meeting_words ON meeting USING gin (words);

CREATE TABLE conclusion (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  position int NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  lead_body uuid NOT NULL,
  support_bodies uuid[] NOT NULL DEFAULT '{}',
  due_on date,
  clause_path text,
  state text NOT NULL DEFAULT 'to-do' CHECK (state IN ('to-do', 'going-on', 'done')),
  result text NOT NULL DEFAULT '',
  done_on date,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(text)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, meeting_id, position),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  FOREIGN KEY (home, programme_id, meeting_id) REFERENCES meeting (home, programme_id, id),
  FOREIGN KEY (home, programme_id, lead_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
CREATE INDEX conclusion_due ON conclusion (home, due_on) WHERE state <> 'done';
CREATE INDEX conclusion_words ON conclusion USING gin (words);

-- What a side has taken over into a plan. Its own: the plan can still be private to it.
CREATE TABLE conclusion_in_plan (
  home uuid NOT NULL DEFAULT current_home(),
  conclusion_id uuid NOT NULL,
  body_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  -- The item, or the proposal that would make one.
  entry_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, conclusion_id, body_id),
  FOREIGN KEY (home, conclusion_id) REFERENCES conclusion (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, plan_id) REFERENCES plan (home, id)
);

-- Each side sees who stands on the other and writes its own.
ALTER TABLE focal_point ENABLE ROW LEVEL SECURITY;
CREATE POLICY focal_point_read ON focal_point FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY focal_point_write ON focal_point FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
ALTER TABLE working_group ENABLE ROW LEVEL SECURITY;
CREATE POLICY working_group_read ON working_group FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY working_group_write ON working_group FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (by_body = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
ALTER TABLE working_group_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY working_group_member_read ON working_group_member FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY working_group_member_write ON working_group_member FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));

ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_read ON meeting FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR by_body = (SELECT current_body())
    OR (state <> 'draft' AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY meeting_record ON meeting FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (state = 'draft' AND by_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY meeting_change ON meeting FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR by_body = (SELECT current_body())
    OR (state = 'proposed' AND programme_id IN (SELECT my_programmes()))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR by_body = (SELECT current_body()) OR state IN ('agreed', 'returned')));

-- Another side only answers; and agreed is what every party has agreed to, whoever writes it down.
CREATE FUNCTION keep_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'agreed' THEN
    RAISE EXCEPTION 'an agreed meeting does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.held_on, NEW.place, NEW.chaired_by, NEW.agenda, NEW.notes, NEW.minutes_file)
      IS DISTINCT FROM (OLD.held_on, OLD.place, OLD.chaired_by, OLD.agenda, OLD.notes, OLD.minutes_file)
      AND (OLD.state <> 'draft' OR (NOT is_system() AND OLD.by_body IS DISTINCT FROM current_body())) THEN
    RAISE EXCEPTION 'a meeting is written by its side, while it is a draft' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'agreed' AND EXISTS (SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id
      AND NOT EXISTS (SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'meeting' AND a.subject_id = NEW.id
        AND a.body_id = p.body_id AND a.digest = NEW.digest AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a party has not agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_stays BEFORE UPDATE OR DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_meeting();

-- Conclusions are seen with their meeting, written while it is a draft, and carried out by the side that leads them.
ALTER TABLE conclusion ENABLE ROW LEVEL SECURITY;
CREATE POLICY conclusion_read ON conclusion FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR meeting_id IN (SELECT id FROM meeting)));
CREATE POLICY conclusion_enter ON conclusion FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
    OR meeting_id IN (SELECT id FROM meeting WHERE state = 'draft' AND by_body = (SELECT current_body()))));
CREATE POLICY conclusion_take_out ON conclusion FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system())
    OR meeting_id IN (SELECT id FROM meeting WHERE state = 'draft' AND by_body = (SELECT current_body()))));
CREATE POLICY conclusion_carry_out ON conclusion FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (lead_body = (SELECT current_body())
    AND meeting_id IN (SELECT id FROM meeting WHERE state = 'agreed'))));
ALTER TABLE conclusion_in_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY conclusion_in_plan_own ON conclusion_in_plan FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND plan_id IN (SELECT id FROM plan) AND conclusion_id IN (SELECT id FROM conclusion))));

GRANT SELECT, INSERT ON focal_point, working_group, working_group_member, meeting, conclusion, conclusion_in_plan TO phoihop_app;
GRANT UPDATE (unit, holder, holder_post, deputy, deputy_post, phone, email, from_on, to_on, version) ON focal_point TO phoihop_app;
GRANT UPDATE (number, decided_on, paper_file, version) ON working_group TO phoihop_app;
GRANT UPDATE (name, post, role, from_on, to_on, version) ON working_group_member TO phoihop_app;
GRANT UPDATE (state, held_on, place, chaired_by, agenda, notes, minutes_file, reason, returned_by, digest, proposed_at, agreed_at, version)
  ON meeting TO phoihop_app;
GRANT DELETE ON conclusion TO phoihop_app;
GRANT UPDATE (state, result, done_on, version) ON conclusion TO phoihop_app;
GRANT UPDATE (plan_id, entry_id, created_at) ON conclusion_in_plan TO phoihop_app;

-- The minutes of a meeting are agreed to like a plan.
ALTER TABLE agreement DROP CONSTRAINT agreement_subject_kind_check;
ALTER TABLE agreement ADD CONSTRAINT agreement_subject_kind_check CHECK (subject_kind ~ '^[a-z]+(-[a-z]+)*$');
