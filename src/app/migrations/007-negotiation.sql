-- Two equal owners negotiate a plan: what one proposes of a line, what both knew, and what a side clears for itself.

CREATE TABLE plan_proposal (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- Null where a line is added.
  item_id uuid,
  kind text NOT NULL CHECK (kind IN ('add', 'change', 'drop', 'split')),
  content jsonb NOT NULL,
  -- The item as it stood when this was written; it is accepted only while the item stands so.
  before jsonb,
  reason text NOT NULL CHECK (reason <> ''),
  by_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'own' CHECK (state IN ('own', 'shared', 'accepted', 'countered', 'returned', 'withdrawn')),
  counter_of uuid,
  -- [{bodyId, accountId, on}] of the other parties that have accepted.
  acceptances jsonb NOT NULL DEFAULT '[]',
  -- Why it was returned, and by whom.
  answer text CHECK (answer <> ''),
  answered_by uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  shared_by uuid,
  shared_at timestamptz,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((kind = 'add') = (item_id IS NULL) AND (item_id IS NULL) = (before IS NULL)),
  CHECK (CASE state WHEN 'own' THEN shared_at IS NULL WHEN 'withdrawn' THEN true ELSE shared_at IS NOT NULL END),
  CHECK ((state = 'returned') = (answer IS NOT NULL)),
  CHECK ((state IN ('own', 'shared')) = (closed_at IS NULL)),
  FOREIGN KEY (home, plan_id) REFERENCES plan (home, id),
  FOREIGN KEY (home, item_id) REFERENCES plan_item (home, id),
  FOREIGN KEY (home, counter_of) REFERENCES plan_proposal (home, id),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX plan_proposal_plan ON plan_proposal (home, plan_id, state);
-- A side proposes one thing of a line at a time.
CREATE UNIQUE INDEX plan_proposal_open ON plan_proposal (home, item_id, by_body) WHERE state IN ('own', 'shared');

-- What every party knew: the content when it was shared, after each accepted proposal, and as agreed.
CREATE TABLE plan_version (
  home uuid NOT NULL DEFAULT current_home(),
  plan_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  number int NOT NULL CHECK (number >= 1),
  why text NOT NULL CHECK (why IN ('shared', 'accepted', 'agreed')),
  content jsonb NOT NULL,
  digest text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (home, plan_id, number),
  FOREIGN KEY (home, plan_id) REFERENCES plan (home, id)
);

-- Inside a side: an officer submits, a leader clears or returns with an instruction and a date.
CREATE TABLE clearance (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('plan')),
  subject_id uuid NOT NULL,
  -- What is to be done with it, and the digest of exactly what was submitted.
  step text NOT NULL CHECK (step IN ('share', 'proposals', 'agree')),
  digest text NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'cleared', 'returned')),
  instruction text CHECK (instruction <> ''),
  due_on date,
  decided_by uuid,
  decided_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((state = 'submitted') = (decided_at IS NULL)),
  CHECK ((state = 'returned') = (instruction IS NOT NULL)),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE UNIQUE INDEX clearance_open ON clearance (home, body_id, subject_kind, subject_id) WHERE state = 'submitted';

ALTER TABLE plan_proposal ENABLE ROW LEVEL SECURITY;
-- One that was never shared stays its own side's, whatever became of it.
CREATE POLICY plan_proposal_read ON plan_proposal FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));
CREATE POLICY plan_proposal_write ON plan_proposal FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (by_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()) AND plan_id IN (SELECT id FROM plan))));
CREATE POLICY plan_proposal_answer ON plan_proposal FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));

ALTER TABLE plan_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_version_read ON plan_version FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR plan_id IN (SELECT id FROM plan)));
CREATE POLICY plan_version_keep ON plan_version FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR plan_id IN (SELECT id FROM plan WHERE state <> 'private')));

ALTER TABLE clearance ENABLE ROW LEVEL SECURITY;
CREATE POLICY clearance_own ON clearance FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

-- What was proposed does not change once the others could read it; only its answer is added.
CREATE FUNCTION keep_shared_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
      OR (NEW.content, NEW.before, NEW.reason, NEW.kind, NEW.item_id, NEW.plan_id, NEW.by_body, NEW.counter_of, NEW.shared_at)
      IS DISTINCT FROM (OLD.content, OLD.before, OLD.reason, OLD.kind, OLD.item_id, OLD.plan_id, OLD.by_body, OLD.counter_of, OLD.shared_at) THEN
    RAISE EXCEPTION 'a shared proposal does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_proposal_stays BEFORE UPDATE OR DELETE ON plan_proposal
  FOR EACH ROW WHEN (OLD.shared_at IS NOT NULL) EXECUTE FUNCTION keep_shared_proposal();

-- The last to accept a change of an agreed plan records the new content for every side that proposed or accepted it, and for no other.
ALTER TABLE agreement ADD proposal_id uuid;
ALTER TABLE agreement ADD FOREIGN KEY (home, proposal_id) REFERENCES plan_proposal (home, id);
DROP POLICY agreement_write ON agreement;
CREATE POLICY agreement_write ON agreement FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND account_id = (SELECT current_account())) OR EXISTS (SELECT FROM plan_proposal p
    WHERE p.home = agreement.home AND p.id = proposal_id AND p.plan_id = subject_id AND p.state = 'accepted'
      AND (p.by_body = agreement.body_id OR p.acceptances @> jsonb_build_array(jsonb_build_object('bodyId', agreement.body_id))))));

GRANT SELECT, INSERT, UPDATE ON plan_proposal, clearance TO phoihop_app;
GRANT SELECT, INSERT ON plan_version TO phoihop_app;
