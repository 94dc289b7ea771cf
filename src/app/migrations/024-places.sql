-- Units of administration and villages, known to everybody on the site, as bodies are.
-- A unit that was renamed, merged or abolished keeps its row and ends; its successor is a row of its own.

CREATE TABLE place (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('province', 'district', 'commune', 'ward', 'special-zone', 'village')),
  -- As the General Statistics Office gives it; villages mostly have none.
  code text CHECK (code <> ''),
  -- With its word, as inside a sentence: "xã Nậm Mây", "tổ dân phố 3".
  name text NOT NULL CHECK (name <> ''),
  parent_id uuid,
  -- First and last day; null where it is not known, and while it goes on.
  valid_from date,
  valid_to date,
  version int NOT NULL DEFAULT 1,
  folded text GENERATED ALWAYS AS (vn_fold(name)) STORED,
  PRIMARY KEY (home, id),
  CHECK (valid_from <= valid_to),
  CHECK ((kind = 'province') = (parent_id IS NULL)),
  FOREIGN KEY (home, parent_id) REFERENCES place (home, id)
);
CREATE INDEX place_parent ON place (home, parent_id);
CREATE UNIQUE INDEX place_code ON place (home, kind, code) WHERE code IS NOT NULL AND valid_to IS NULL;
CREATE UNIQUE INDEX place_name ON place (home, parent_id, name) NULLS NOT DISTINCT WHERE valid_to IS NULL;

ALTER TABLE place ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_read ON place FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY place_add ON place FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY place_change ON place FOR UPDATE USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));

GRANT SELECT, INSERT, UPDATE ON place TO phoihop_app;
