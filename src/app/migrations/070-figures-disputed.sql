-- A side may say that it holds a figure of a shared report to be wrong; nobody can overwrite the figure. Known to the parties.
CREATE TABLE figure_dispute (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  body_id uuid NOT NULL,
  figure_id text NOT NULL CHECK (length(figure_id) BETWEEN 1 AND 600),
  -- The number as it stood when it was disputed.
  value numeric NOT NULL,
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
  raised_by uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, review_id) REFERENCES review (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE UNIQUE INDEX figure_dispute_one ON figure_dispute (home, review_id, figure_id, body_id) WHERE closed_at IS NULL;

ALTER TABLE figure_dispute ENABLE ROW LEVEL SECURITY;
CREATE POLICY figure_dispute_read ON figure_dispute FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review)));
CREATE POLICY figure_dispute_raise ON figure_dispute FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND review_id IN (SELECT id FROM review WHERE state = 'proposed'))));
CREATE POLICY figure_dispute_close ON figure_dispute FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT ON figure_dispute TO phoihop_app;
GRANT UPDATE (closed_at) ON figure_dispute TO phoihop_app;
