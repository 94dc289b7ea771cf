-- What official reports say of the outcome (chỉ số kết quả), by commune and year: totals only, never a list of couples or families.
-- The counts as reported stay with the body that entered them; the other parties read what may be told, reckoned once on entering.

CREATE TABLE outcome_report (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  clause_path text,
  indicator text NOT NULL CHECK (indicator <> ''),
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  -- The official report that says so.
  number text NOT NULL CHECK (number <> ''),
  issued_on date NOT NULL,
  issuer text NOT NULL CHECK (issuer <> ''),
  -- The sum of all communes; null where it is too small to be told or the indicator has none.
  told_total numeric,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
CREATE UNIQUE INDEX outcome_report_once ON outcome_report (home, programme_id, indicator, year, body_id) WHERE removed_at IS NULL;

-- As reported: the body that entered it alone.
CREATE TABLE outcome_figure (
  home uuid NOT NULL DEFAULT current_home(),
  report_id uuid NOT NULL,
  commune_id uuid NOT NULL,
  body_id uuid NOT NULL,
  value numeric NOT NULL CHECK (value >= 0),
  PRIMARY KEY (home, report_id, commune_id),
  FOREIGN KEY (home, report_id) REFERENCES outcome_report (home, id),
  FOREIGN KEY (home, commune_id) REFERENCES place (home, id)
);
-- As told: null where the count is small, or stands so that a small one cannot be reckoned back.
CREATE TABLE outcome_cell (
  home uuid NOT NULL DEFAULT current_home(),
  report_id uuid NOT NULL,
  commune_id uuid NOT NULL,
  body_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  told numeric,
  PRIMARY KEY (home, report_id, commune_id),
  FOREIGN KEY (home, report_id) REFERENCES outcome_report (home, id),
  FOREIGN KEY (home, commune_id) REFERENCES place (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);

ALTER TABLE outcome_report ENABLE ROW LEVEL SECURITY;
CREATE POLICY outcome_report_read ON outcome_report FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY outcome_report_own ON outcome_report FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE outcome_figure ENABLE ROW LEVEL SECURITY;
CREATE POLICY outcome_figure_own ON outcome_figure FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE outcome_cell ENABLE ROW LEVEL SECURITY;
CREATE POLICY outcome_cell_read ON outcome_cell FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY outcome_cell_own ON outcome_cell FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON outcome_report, outcome_figure, outcome_cell TO phoihop_app;
GRANT UPDATE (clause_path, number, issued_on, issuer, told_total, removed_at, version) ON outcome_report TO phoihop_app;
GRANT DELETE ON outcome_figure, outcome_cell TO phoihop_app;
