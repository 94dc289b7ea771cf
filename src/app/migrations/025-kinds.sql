-- What a kind of work asks beside the count pair, where it happened, and how those it reached are split: as counts, never by person.

ALTER TABLE activity ADD COLUMN details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object');

-- Communes and villages; the words printed in `activity.place` stay as they were written.
CREATE TABLE activity_place (
  home uuid NOT NULL DEFAULT current_home(),
  activity_id uuid NOT NULL,
  place_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  PRIMARY KEY (home, activity_id, place_id),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id)
);
CREATE INDEX activity_place_place ON activity_place (home, place_id);

CREATE TABLE activity_breakdown (
  home uuid NOT NULL DEFAULT current_home(),
  activity_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('sex', 'age', 'people')),
  label text NOT NULL CHECK (label <> ''),
  count int NOT NULL CHECK (count >= 0),
  PRIMARY KEY (home, activity_id, dimension, label),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id)
);

-- Read by every party, written by the side that recorded the activity.
CREATE FUNCTION is_my_activity(activity uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM activity a WHERE a.home = current_home() AND a.id = activity AND a.owner_body = current_body()) $$;
ALTER TABLE activity_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY activity_place_read ON activity_place FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY activity_place_add ON activity_place FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));
CREATE POLICY activity_place_drop ON activity_place FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));
ALTER TABLE activity_breakdown ENABLE ROW LEVEL SECURITY;
CREATE POLICY activity_breakdown_read ON activity_breakdown FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY activity_breakdown_add ON activity_breakdown FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));
CREATE POLICY activity_breakdown_drop ON activity_breakdown FOR DELETE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_my_activity(activity_id)));

GRANT SELECT, INSERT, DELETE ON activity_place, activity_breakdown TO phoihop_app;
