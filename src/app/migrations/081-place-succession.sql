-- Which units of administration took the place of which, by which decision: one of many, many of one, or one of parts of another.

CREATE TABLE place_succession (
  home uuid NOT NULL DEFAULT current_home(),
  place_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  -- Its first day; the old unit stood to the day before.
  effective_on date NOT NULL,
  decision_number text NOT NULL CHECK (decision_number <> ''),
  decision_date date NOT NULL,
  issuer text NOT NULL CHECK (issuer <> ''),
  -- The table that it was loaded with.
  load_id uuid NOT NULL,
  PRIMARY KEY (home, place_id, successor_id),
  CHECK (place_id <> successor_id),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id),
  FOREIGN KEY (home, successor_id) REFERENCES place (home, id)
);
CREATE INDEX place_succession_successor ON place_succession (home, successor_id);

-- Where a place lay before: `place.parent_id` says where it lies today.
CREATE TABLE place_lay (
  home uuid NOT NULL DEFAULT current_home(),
  place_id uuid NOT NULL,
  parent_id uuid NOT NULL,
  until date NOT NULL,
  load_id uuid NOT NULL,
  PRIMARY KEY (home, place_id, until),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id),
  FOREIGN KEY (home, parent_id) REFERENCES place (home, id)
);

-- Two communes that become one bring two villages of one name; they bear it until a decision names them anew.
DROP INDEX place_name;
CREATE UNIQUE INDEX place_name ON place (home, parent_id, name) NULLS NOT DISTINCT WHERE valid_to IS NULL AND kind <> 'village';

ALTER TABLE place_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_succession_read ON place_succession FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY place_succession_add ON place_succession FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT is_administrator())));
ALTER TABLE place_lay ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_lay_read ON place_lay FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY place_lay_add ON place_lay FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT is_administrator())));

GRANT SELECT, INSERT ON place_succession, place_lay TO phoihop_app;
