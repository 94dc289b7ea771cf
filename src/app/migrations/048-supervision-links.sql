-- A supervision carries out an item of the plan, and stands behind the activities that tell of it, so that neither counts the other again.

ALTER TABLE supervision ADD COLUMN item_id uuid;
ALTER TABLE supervision ADD FOREIGN KEY (home, item_id) REFERENCES plan_item (home, id);
ALTER TABLE supervision ADD CHECK (item_id IS NULL OR clause_path IS NOT NULL);
CREATE INDEX supervision_item ON supervision (home, item_id) WHERE item_id IS NOT NULL;
GRANT UPDATE (item_id) ON supervision TO phoihop_app;

-- An activity tells of one supervision.
CREATE TABLE supervision_activity (
  home uuid NOT NULL DEFAULT current_home(),
  activity_id uuid NOT NULL,
  supervision_id uuid NOT NULL,
  body_id uuid NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, activity_id),
  FOREIGN KEY (home, activity_id) REFERENCES activity (home, id),
  FOREIGN KEY (home, supervision_id) REFERENCES supervision (home, id)
);
CREATE INDEX supervision_activity_of ON supervision_activity (home, supervision_id);
ALTER TABLE supervision_activity ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_activity_read ON supervision_activity FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR supervision_id IN (SELECT shared_supervisions())));
CREATE POLICY supervision_activity_own ON supervision_activity FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT, DELETE ON supervision_activity TO phoihop_app;
