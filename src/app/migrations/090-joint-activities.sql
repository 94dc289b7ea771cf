-- The same event recorded by two sides: one proposes that its record stands for both, the other agrees, and it counts once.

CREATE TABLE activity_merge (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- The record that stands for both, of the body that proposes.
  kept_id uuid NOT NULL,
  kept_body uuid NOT NULL,
  -- The record that is taken out of every sum once its body agrees.
  merged_id uuid NOT NULL,
  merged_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'agreed', 'declined', 'withdrawn', 'parted')),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (home, id),
  CHECK (kept_body <> merged_body),
  FOREIGN KEY (home, kept_id, programme_id) REFERENCES activity (home, id, programme_id),
  FOREIGN KEY (home, merged_id, programme_id) REFERENCES activity (home, id, programme_id)
);
-- A record waits for one answer, and is merged into one other, at a time.
CREATE UNIQUE INDEX activity_merge_standing ON activity_merge (home, merged_id) WHERE state IN ('proposed', 'agreed');
CREATE INDEX activity_merge_kept ON activity_merge (home, kept_id);
ALTER TABLE activity_merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY activity_merge_read ON activity_merge FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY activity_merge_propose ON activity_merge FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (kept_body = (SELECT current_body()) AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY activity_merge_answer ON activity_merge FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (SELECT current_body()) IN (kept_body, merged_body)));
GRANT SELECT, INSERT ON activity_merge TO phoihop_app;
GRANT UPDATE (state, answered_by, answered_at) ON activity_merge TO phoihop_app;

-- The side that agrees puts the record that is kept under the items of its own.
CREATE POLICY activity_item_join ON activity_item FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND activity_id IN (SELECT kept_id FROM activity_merge m
    WHERE m.home = activity_item.home AND m.state = 'agreed' AND m.merged_body = (SELECT current_body())));
