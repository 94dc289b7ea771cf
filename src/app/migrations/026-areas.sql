-- Classes that decisions give to communes and villages for a time: khu vực I, II, III, biên giới … (NĐ 272/2025/NĐ-CP).
-- Data of places from a published decision, known to everybody on the site.

CREATE TABLE area_class (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  place_id uuid NOT NULL,
  class text NOT NULL CHECK (class IN
    ('dtts-mn', 'region-1', 'region-2', 'region-3', 'hardest', 'border', 'whole-commune', 'mixed-village')),
  -- First and last day; null while it goes on.
  valid_from date NOT NULL,
  valid_to date,
  decision_number text NOT NULL CHECK (decision_number <> ''),
  decision_date date NOT NULL,
  issuer text NOT NULL CHECK (issuer <> ''),
  -- The table that it was loaded with.
  load_id uuid NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_from <= valid_to),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id)
);
CREATE UNIQUE INDEX area_class_standing ON area_class (home, place_id, class) WHERE valid_to IS NULL;
CREATE INDEX area_class_class ON area_class (home, class);

ALTER TABLE area_class ENABLE ROW LEVEL SECURITY;
CREATE POLICY area_class_read ON area_class FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY area_class_add ON area_class FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY area_class_end ON area_class FOR UPDATE USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));

-- What a decision gave stays as it was given; only its last day is entered.
GRANT SELECT, INSERT ON area_class TO phoihop_app;
GRANT UPDATE (valid_to) ON area_class TO phoihop_app;
