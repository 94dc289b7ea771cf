-- Terms that a province sets beside the law's, and the reports on supervision that left the house.

CREATE TABLE supervision_clock (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'notified', 'visiting', 'findings', 'recommended', 'confirmed-by-front', 'sent',
    'answered', 'repaired', 'explained', 'seen-again')),
  -- Null for every form.
  form text CHECK (form IN ('papers', 'team', 'board', 'joining', 'inspection')),
  -- From the day of the last step, or to or from the days of the visits; negative days lie before.
  counts text NOT NULL CHECK (counts IN ('step', 'start', 'end')),
  days int NOT NULL CHECK (days BETWEEN -400 AND 400),
  basis text NOT NULL CHECK (basis <> ''),
  valid_from date NOT NULL,
  valid_to date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
ALTER TABLE supervision_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_clock_read ON supervision_clock FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY supervision_clock_keep ON supervision_clock FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY supervision_clock_end ON supervision_clock FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
GRANT SELECT, INSERT ON supervision_clock TO phoihop_app;
GRANT UPDATE (valid_to) ON supervision_clock TO phoihop_app;

-- NĐ 29/2021/NĐ-CP, Điều 100: by quarter of a community board, by year of the Front.
CREATE TABLE supervision_report (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  -- Null for the whole year.
  quarter int CHECK (quarter BETWEEN 1 AND 4),
  paper_number text NOT NULL CHECK (paper_number <> ''),
  paper_date date NOT NULL,
  addressee text NOT NULL CHECK (addressee <> ''),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  UNIQUE NULLS NOT DISTINCT (home, body_id, year, quarter),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
ALTER TABLE supervision_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_report_own ON supervision_report FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT, DELETE ON supervision_report TO phoihop_app;
