-- By when reports on supervision are sent and what is looked at are dated rows too: the law's stand in the code, a province adds its own.

CREATE TABLE supervision_report_term (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  span text NOT NULL CHECK (span IN ('quarter', 'year')),
  -- Null for every level.
  level text CHECK (level IN ('commune', 'province')),
  -- The month after the period in which it is sent, 1 being the next, and the day of that month.
  month int NOT NULL CHECK (month BETWEEN 1 AND 12),
  day int NOT NULL CHECK (day BETWEEN 1 AND 28),
  basis text NOT NULL CHECK (basis <> ''),
  valid_from date NOT NULL,
  valid_to date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- A line of what a team looks at, for a form of supervision or for every one.
CREATE TABLE supervision_check (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  form text CHECK (form IN ('papers', 'team', 'board', 'joining', 'inspection')),
  text text NOT NULL CHECK (text <> '' AND length(text) <= 300),
  basis text NOT NULL CHECK (basis <> ''),
  valid_from date NOT NULL,
  valid_to date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- What was found of a line; its words are kept as they stood.
CREATE TABLE supervision_checked (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  line text NOT NULL CHECK (line <> '' AND length(line) <= 60),
  text text NOT NULL CHECK (text <> ''),
  basis text NOT NULL CHECK (basis <> ''),
  result text NOT NULL CHECK (result IN ('in-order', 'not-in-order', 'not-looked-at')),
  remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 300),
  finding_id uuid,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, supervision_id, line),
  FOREIGN KEY (home, supervision_id) REFERENCES supervision (home, id),
  FOREIGN KEY (home, finding_id) REFERENCES finding (home, id)
);

ALTER TABLE supervision_report_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_report_term_read ON supervision_report_term FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY supervision_report_term_keep ON supervision_report_term FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY supervision_report_term_end ON supervision_report_term FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
ALTER TABLE supervision_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_check_read ON supervision_check FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY supervision_check_keep ON supervision_check FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY supervision_check_end ON supervision_check FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
ALTER TABLE supervision_checked ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_checked_read ON supervision_checked FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY supervision_checked_own ON supervision_checked FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON supervision_report_term, supervision_check, supervision_checked TO phoihop_app;
GRANT UPDATE (valid_to) ON supervision_report_term, supervision_check TO phoihop_app;
GRANT UPDATE (result, remark, finding_id, version) ON supervision_checked TO phoihop_app;
