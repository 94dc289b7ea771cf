-- Thi đua, khen thưởng: from the nominations of either side through dossier, council and decision to the ceremony. The names of
-- individuals stand sealed, with their keeper alone; a list of names leaves only after the decision.

CREATE TABLE commendation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  -- Who runs it and keeps its register.
  body_id uuid NOT NULL,
  unit_id uuid,
  programme_id uuid,
  occasion text NOT NULL CHECK (occasion <> '' AND length(occasion) <= 200),
  form text NOT NULL CHECK (form <> ''),
  issuer text NOT NULL CHECK (issuer <> '' AND length(issuer) <= 200),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'dossier', 'voted', 'decided', 'awarded', 'stopped')),
  shared_at timestamptz,
  -- By when the dossier is handed in, and what that rests on.
  dossier_due date NOT NULL,
  due_basis text NOT NULL CHECK (due_basis <> ''),
  ceremony_on date,
  -- When the next step is due; null at the end.
  due_on date,
  submission_number text,
  submission_date date,
  voted_on date,
  minutes_number text,
  members int CHECK (members BETWEEN 1 AND 200),
  decision_number text,
  decision_date date,
  awarded_on date,
  ceremony_place text,
  moved_by uuid NOT NULL,
  moved_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(occasion)) STORED,
  PRIMARY KEY (home, id),
  CHECK (shared_at IS NULL OR programme_id IS NOT NULL),
  CHECK ((submission_number IS NULL) = (submission_date IS NULL)),
  CHECK ((voted_on IS NULL) = (members IS NULL)),
  CHECK ((state IN ('decided', 'awarded')) = (decision_date IS NOT NULL)),
  CHECK ((decision_number IS NULL) = (decision_date IS NULL)),
  CHECK ((state = 'awarded') = (awarded_on IS NOT NULL)),
  CHECK (state NOT IN ('awarded', 'stopped') OR due_on IS NULL),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX commendation_body ON commendation (home, body_id, created_at DESC);
CREATE INDEX commendation_due ON commendation (home, body_id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX commendation_shared ON commendation (home, programme_id) WHERE shared_at IS NOT NULL;
CREATE INDEX commendation_words ON commendation USING gin (words);

-- Somebody or a collective put forward. Of an individual only what the list prints beside the name: where it works.
CREATE TABLE commendation_line (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  commendation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  proposed_by uuid NOT NULL,
  sort text NOT NULL CHECK (sort IN ('individual', 'collective')),
  collective text CHECK (collective <> '' AND length(collective) <= 200),
  workplace text NOT NULL DEFAULT '' CHECK (length(workplace) <= 200),
  votes int CHECK (votes >= 0),
  chosen boolean,
  amount bigint CHECK (amount >= 0),
  certificate text CHECK (length(certificate) <= 60),
  forgotten_on date,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK ((sort = 'collective') = (collective IS NOT NULL)),
  FOREIGN KEY (home, commendation_id) REFERENCES commendation (home, id),
  FOREIGN KEY (home, proposed_by) REFERENCES body (home, id)
);
CREATE INDEX commendation_line_of ON commendation_line (home, commendation_id, created_at);

CREATE TABLE commendation_name (
  home uuid NOT NULL DEFAULT current_home(),
  line_id uuid NOT NULL,
  commendation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  sealed bytea NOT NULL,
  sealed_key uuid NOT NULL,
  PRIMARY KEY (home, line_id),
  FOREIGN KEY (home, line_id) REFERENCES commendation_line (home, id) ON DELETE CASCADE,
  FOREIGN KEY (home, commendation_id) REFERENCES commendation (home, id)
);
CREATE INDEX commendation_name_key ON commendation_name (home, sealed_key);

-- Rounds in which the own body may put somebody forward, with who keeps them.
CREATE FUNCTION open_commendations() RETURNS TABLE (id uuid, body_id uuid, unit_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, body_id, unit_id FROM commendation WHERE home = current_home() AND state = 'open'
    AND (body_id = current_body() OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes())))
$$;
-- Rounds whose outcome every party of the programme sees.
CREATE FUNCTION told_commendations() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM commendation WHERE home = current_home() AND state IN ('decided', 'awarded') AND shared_at IS NOT NULL
    AND programme_id IN (SELECT my_programmes())
$$;

ALTER TABLE commendation ENABLE ROW LEVEL SECURITY;
CREATE POLICY commendation_read ON commendation FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY commendation_own ON commendation FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE commendation_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY commendation_line_read ON commendation_line FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR proposed_by = (SELECT current_body()) OR (chosen AND commendation_id IN (SELECT told_commendations()))));
CREATE POLICY commendation_line_propose ON commendation_line FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND proposed_by = (SELECT current_body())
    AND (commendation_id, body_id) IN (SELECT id, body_id FROM open_commendations()));
CREATE POLICY commendation_line_withdraw ON commendation_line FOR DELETE
  USING (home = (SELECT current_home()) AND (proposed_by = (SELECT current_body()) OR body_id = (SELECT current_body()))
    AND commendation_id IN (SELECT id FROM open_commendations()));
CREATE POLICY commendation_line_keep ON commendation_line FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE commendation_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY commendation_name_keep ON commendation_name FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))));
CREATE POLICY commendation_name_hand_in ON commendation_name FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND EXISTS (SELECT FROM open_commendations() o WHERE o.id = commendation_id
    AND o.body_id = commendation_name.body_id AND o.unit_id IS NOT DISTINCT FROM commendation_name.unit_id));
CREATE POLICY commendation_name_forget ON commendation_name FOR DELETE
  USING (home = (SELECT current_home()) AND (SELECT is_system()));

GRANT SELECT, INSERT ON commendation, commendation_line, commendation_name TO phoihop_app;
GRANT UPDATE (state, shared_at, due_on, ceremony_on, submission_number, submission_date, voted_on, minutes_number, members, decision_number,
  decision_date, awarded_on, ceremony_place, moved_by, moved_at, version) ON commendation TO phoihop_app;
GRANT UPDATE (votes, chosen, amount, certificate, forgotten_on), DELETE ON commendation_line TO phoihop_app;
GRANT DELETE ON commendation_name TO phoihop_app;
