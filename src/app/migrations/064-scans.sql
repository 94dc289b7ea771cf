-- A signed text that came as pictures of its pages: how many, and whether its reader was told to stop. Null where the file has a text of its own.
ALTER TABLE import_draft ADD COLUMN scan_pages int CHECK (scan_pages > 0);
ALTER TABLE import_draft ADD COLUMN scan_stopped boolean NOT NULL DEFAULT false;

-- The text layer of a scan, page by page beside the untouched file: words with their place (points) and how sure the reader was.
CREATE TABLE scan_page (
  home uuid NOT NULL DEFAULT current_home(),
  file_id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  width real NOT NULL,
  height real NOT NULL,
  words jsonb NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (home, file_id, number),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id) ON DELETE CASCADE
);
ALTER TABLE scan_page ENABLE ROW LEVEL SECURITY;
-- Whoever may open the file may read its text; the reader alone writes it.
CREATE POLICY scan_page_read ON scan_page FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR file_id IN (SELECT id FROM file)));
CREATE POLICY scan_page_keep ON scan_page FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
GRANT SELECT, INSERT ON scan_page TO phoihop_app;
GRANT UPDATE (scan_pages, scan_stopped) ON import_draft TO phoihop_app;
