-- What a side says of a place in a shared text: a comment, or words that it would put there instead. Known to the parties.
CREATE TABLE review_remark (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  body_id uuid NOT NULL,
  -- The words as they stood when it was made; the place itself bears the id in the text.
  quote text NOT NULL CHECK (length(quote) BETWEEN 1 AND 2000),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  -- Null for a comment; empty where the words are to be taken out.
  replacement text CHECK (length(replacement) <= 2000),
  raised_by uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('accepted', 'refused', 'settled', 'withdrawn')),
  closed_body uuid,
  closed_at timestamptz,
  PRIMARY KEY (home, id),
  CHECK (note <> '' OR replacement IS NOT NULL),
  CHECK (outcome <> 'accepted' OR replacement IS NOT NULL),
  CHECK ((outcome IS NULL) = (closed_at IS NULL) AND (outcome IS NULL) = (closed_body IS NULL)),
  FOREIGN KEY (home, review_id) REFERENCES review (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE INDEX review_remark_review ON review_remark (home, review_id, raised_at);

ALTER TABLE review_remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_remark_read ON review_remark FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review)));
CREATE POLICY review_remark_raise ON review_remark FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))));
-- Either side closes it, once, in its own name.
CREATE POLICY review_remark_close ON review_remark FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (outcome IS NULL AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR closed_body = (SELECT current_body())));
GRANT SELECT, INSERT ON review_remark TO phoihop_app;
GRANT UPDATE (outcome, closed_body, closed_at) ON review_remark TO phoihop_app;
