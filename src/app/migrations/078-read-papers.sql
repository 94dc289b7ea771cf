-- The words of a paper that came in, beside its untouched file: at once where it has a text of its own, page by page where it is a scan.

CREATE TABLE file_reading (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  -- Null where the file was taken out: it bore a mark of secrecy.
  file_id uuid,
  state text NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'stopped', 'read', 'failed')),
  -- Of a scan; null where the file has a text of its own, or nobody has looked yet.
  pages int CHECK (pages > 0),
  failure text,
  text text,
  -- Words that may have been read wrong.
  doubts text[] NOT NULL DEFAULT '{}',
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(text)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, file_id),
  CHECK ((state = 'failed') = (failure IS NOT NULL)),
  CHECK ((state = 'read') = (text IS NOT NULL)),
  CHECK (file_id IS NOT NULL OR state = 'failed'),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  -- What is cleaned away takes its words with it.
  FOREIGN KEY (home, file_id) REFERENCES file (home, id) ON DELETE CASCADE
);
CREATE INDEX file_reading_words ON file_reading USING gin (words);
CREATE INDEX file_reading_open ON file_reading (home, state) WHERE state = 'reading';

ALTER TABLE file_reading ENABLE ROW LEVEL SECURITY;
-- Whoever of the own body may open the file may read its words; a person starts and stops, the reader alone writes.
CREATE POLICY file_reading_read ON file_reading FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (file_id IS NULL OR file_id IN (SELECT id FROM file)))));
CREATE POLICY file_reading_ask ON file_reading FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND body_id = (SELECT current_body()) AND state = 'reading'
    AND file_id IN (SELECT id FROM file WHERE owner_body = (SELECT current_body())));
CREATE POLICY file_reading_stop ON file_reading FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND state IN ('reading', 'stopped'))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND state IN ('reading', 'stopped'))));
GRANT SELECT, INSERT ON file_reading TO phoihop_app;
GRANT UPDATE (file_id, state, pages, failure, text, doubts, version) ON file_reading TO phoihop_app;

-- The line of the register stays where its file bore a mark of secrecy and was taken out.
ALTER TABLE incoming DROP CONSTRAINT incoming_home_file_id_fkey;
ALTER TABLE incoming ADD FOREIGN KEY (home, file_id) REFERENCES file (home, id) ON DELETE SET NULL (file_id);
ALTER TABLE incoming DROP CONSTRAINT incoming_check;
ALTER TABLE incoming ADD CHECK (file_id IS NULL OR sha256 IS NOT NULL OR paper_id IS NOT NULL);
