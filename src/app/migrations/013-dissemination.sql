-- What a body has its own staff read: a programme, an agreed plan or a paper, with who has confirmed it. Never another side's to see.

CREATE TABLE dissemination (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('programme', 'plan', 'file')),
  subject_id uuid NOT NULL,
  programme_id uuid,
  -- As it was called on the day it was sent.
  title text NOT NULL CHECK (title <> ''),
  note text NOT NULL DEFAULT '',
  -- Empty means the whole body.
  unit_ids uuid[] NOT NULL DEFAULT '{}',
  due_on date NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);
CREATE INDEX dissemination_body ON dissemination (home, body_id, due_on);

-- One row for each official who has said that it is read.
CREATE TABLE dissemination_reading (
  home uuid NOT NULL DEFAULT current_home(),
  dissemination_id uuid NOT NULL,
  account_id uuid NOT NULL,
  read_on date NOT NULL,
  PRIMARY KEY (home, dissemination_id, account_id),
  FOREIGN KEY (home, dissemination_id) REFERENCES dissemination (home, id),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id)
);

-- Printed sheets that a unit has handed to those without an account: a count, no names.
CREATE TABLE dissemination_sheet (
  home uuid NOT NULL DEFAULT current_home(),
  dissemination_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  received int NOT NULL CHECK (received BETWEEN 0 AND 100000),
  received_on date NOT NULL,
  recorded_by uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, dissemination_id, unit_id),
  FOREIGN KEY (home, dissemination_id) REFERENCES dissemination (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id)
);

CREATE FUNCTION leads_body() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND id = current_account() AND body_id = current_body()
    AND disabled_at IS NULL AND 'leader' = ANY (roles)) $$;

ALTER TABLE dissemination ENABLE ROW LEVEL SECURITY;
CREATE POLICY dissemination_own ON dissemination FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE dissemination_reading ENABLE ROW LEVEL SECURITY;
-- Who has not read is between a person and their leader.
CREATE POLICY dissemination_reading_see ON dissemination_reading FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())
    OR ((SELECT leads_body()) AND dissemination_id IN (SELECT id FROM dissemination))));
CREATE POLICY dissemination_reading_confirm ON dissemination_reading FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (account_id = (SELECT current_account())
    AND dissemination_id IN (SELECT id FROM dissemination))));
CREATE POLICY dissemination_reading_take_back ON dissemination_reading FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));
ALTER TABLE dissemination_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY dissemination_sheet_own ON dissemination_sheet FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR dissemination_id IN (SELECT id FROM dissemination)));

GRANT SELECT, INSERT ON dissemination, dissemination_reading, dissemination_sheet TO phoihop_app;
GRANT UPDATE (withdrawn_at, version) ON dissemination TO phoihop_app;
GRANT DELETE ON dissemination_reading TO phoihop_app;
GRANT UPDATE (received, received_on, recorded_by, version) ON dissemination_sheet TO phoihop_app;
