-- From a programme down to the communes: a template that each adapts within bounds and signs, and the half-year figures asked of them.

CREATE TABLE cascade_template (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  -- Of each clause: key, text, what a unit may make of it, the least it promises and the unit it is counted in.
  clauses jsonb NOT NULL,
  due_on date NOT NULL,
  -- Null while it is written on.
  sent_on date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, body_id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);

-- What one unit has got, and what it has signed: its lines are empty until then.
CREATE TABLE cascade_copy (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  template_id uuid NOT NULL,
  from_body uuid NOT NULL,
  to_body uuid NOT NULL,
  sent_on date NOT NULL,
  opened_on date,
  signed_on date,
  number text CHECK (number <> ''),
  lines jsonb,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, template_id, to_body),
  UNIQUE (home, id, template_id, to_body, from_body),
  CHECK (from_body <> to_body),
  CHECK ((signed_on IS NULL) = (number IS NULL) AND (signed_on IS NULL) = (lines IS NULL)),
  FOREIGN KEY (home, template_id, from_body) REFERENCES cascade_template (home, id, body_id),
  FOREIGN KEY (home, to_body) REFERENCES body (home, id)
);
CREATE INDEX cascade_copy_to ON cascade_copy (home, to_body);

-- What a unit works on before it signs; nobody above reads it.
CREATE TABLE cascade_adaptation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  lines jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, id) REFERENCES cascade_copy (home, id)
);

CREATE TABLE cascade_ask (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  template_id uuid NOT NULL,
  from_body uuid NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  half int NOT NULL CHECK (half IN (1, 2)),
  due_on date NOT NULL,
  asked_on date NOT NULL,
  locked_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, template_id, year, half),
  UNIQUE (home, id, template_id),
  FOREIGN KEY (home, template_id, from_body) REFERENCES cascade_template (home, id, body_id)
);

CREATE TABLE cascade_answer (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  ask_id uuid NOT NULL,
  template_id uuid NOT NULL,
  copy_id uuid NOT NULL,
  from_body uuid NOT NULL,
  to_body uuid NOT NULL,
  -- Counts by the key of the clause.
  figures jsonb NOT NULL,
  state text NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'returned', 'locked')),
  sent_on date NOT NULL,
  reason text CHECK (reason <> ''),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, ask_id, from_body),
  CHECK ((state = 'returned') = (reason IS NOT NULL)),
  FOREIGN KEY (home, ask_id, template_id) REFERENCES cascade_ask (home, id, template_id),
  FOREIGN KEY (home, copy_id, template_id, from_body, to_body) REFERENCES cascade_copy (home, id, template_id, to_body, from_body)
);
CREATE INDEX cascade_answer_template ON cascade_answer (home, template_id);

ALTER TABLE cascade_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY cascade_copy_read ON cascade_copy FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR from_body = (SELECT current_body()) OR to_body = (SELECT current_body())));
CREATE POLICY cascade_copy_send ON cascade_copy FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND signed_on IS NULL)));
CREATE POLICY cascade_copy_sign ON cascade_copy FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR to_body = (SELECT current_body())));

ALTER TABLE cascade_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY cascade_template_read ON cascade_template FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR id IN (SELECT c.template_id FROM cascade_copy c WHERE c.to_body = (SELECT current_body()))));
CREATE POLICY cascade_template_own ON cascade_template FOR INSERT WITH CHECK (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY cascade_template_change ON cascade_template FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE cascade_adaptation ENABLE ROW LEVEL SECURITY;
CREATE POLICY cascade_adaptation_own ON cascade_adaptation FOR ALL USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR body_id = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND id IN (SELECT c.id FROM cascade_copy c WHERE c.to_body = (SELECT current_body())))));

ALTER TABLE cascade_ask ENABLE ROW LEVEL SECURITY;
CREATE POLICY cascade_ask_read ON cascade_ask FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR from_body = (SELECT current_body())
    OR template_id IN (SELECT c.template_id FROM cascade_copy c WHERE c.to_body = (SELECT current_body()))));
CREATE POLICY cascade_ask_own ON cascade_ask FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body())));
CREATE POLICY cascade_ask_lock ON cascade_ask FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body())));

-- Those who answer, and the level above; no other commune.
ALTER TABLE cascade_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY cascade_answer_read ON cascade_answer FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR from_body = (SELECT current_body()) OR to_body = (SELECT current_body())));
CREATE POLICY cascade_answer_send ON cascade_answer FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state = 'sent')));
CREATE POLICY cascade_answer_step ON cascade_answer FOR UPDATE USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state <> 'locked')
    OR (to_body = (SELECT current_body()) AND state = 'sent')))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state = 'sent')
    OR (to_body = (SELECT current_body()) AND state IN ('returned', 'locked'))));

-- A figure is typed below and nowhere else; what is locked stays, and so does what was signed.
CREATE FUNCTION keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'locked' OR (NEW.figures IS DISTINCT FROM OLD.figures AND NOT is_system() AND OLD.from_body <> current_body()) THEN
    RAISE EXCEPTION 'figures are those of who reports them' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cascade_answer_stays BEFORE UPDATE ON cascade_answer FOR EACH ROW EXECUTE FUNCTION keep_answer();
CREATE FUNCTION keep_signed_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a signed copy does not change' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER cascade_copy_stays BEFORE UPDATE ON cascade_copy
  FOR EACH ROW WHEN (OLD.signed_on IS NOT NULL) EXECUTE FUNCTION keep_signed_copy();

GRANT SELECT, INSERT ON cascade_template, cascade_copy, cascade_adaptation, cascade_ask, cascade_answer TO phoihop_app;
GRANT UPDATE (title, clauses, due_on, sent_on, version) ON cascade_template TO phoihop_app;
GRANT UPDATE (opened_on, signed_on, number, lines, version) ON cascade_copy TO phoihop_app;
GRANT UPDATE (lines, version) ON cascade_adaptation TO phoihop_app;
GRANT UPDATE (locked_on, version) ON cascade_ask TO phoihop_app;
GRANT UPDATE (figures, state, sent_on, reason, version) ON cascade_answer TO phoihop_app;
