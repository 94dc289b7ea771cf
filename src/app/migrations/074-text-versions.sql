-- A shared text as it stood at a moment, under a name; also what stood before an older version was put back, and what stood then. Never changed.
CREATE TABLE review_version (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  body_id uuid NOT NULL,
  how text NOT NULL CHECK (how IN ('saved', 'before', 'restored')),
  name text CHECK (length(name) BETWEEN 1 AND 200),
  -- The version that was put back.
  restores uuid,
  -- The Yjs document, and the review as it read with it: words and figures of that moment, with their digest.
  state bytea NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK ((how = 'saved') = (name IS NOT NULL) AND (how = 'saved') = (restores IS NULL)),
  FOREIGN KEY (home, review_id) REFERENCES review_text (home, review_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, restores) REFERENCES review_version (home, id)
);
CREATE INDEX review_version_review ON review_version (home, review_id, saved_at);

ALTER TABLE review_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_version_read ON review_version FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review)));
CREATE POLICY review_version_save ON review_version FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))));
GRANT SELECT, INSERT ON review_version TO phoihop_app;
