-- Duties that a signed text gives to a name with no body of its own here ("Phòng Dân tộc các huyện"): to whom a reorganisation
-- passes them. The text stays as it was signed; the new holder is read beside it.
CREATE TABLE duty_passing (
  home uuid NOT NULL DEFAULT current_home(),
  reorganisation_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- As the text prints it.
  name text NOT NULL CHECK (name <> ''),
  heir_id uuid,
  -- Bodies that are many: "Ủy ban nhân dân các xã".
  heir_words text CHECK (heir_words <> ''),
  effective_on date NOT NULL,
  applied boolean NOT NULL DEFAULT false,
  PRIMARY KEY (home, reorganisation_id, programme_id, name),
  CHECK ((heir_id IS NULL) <> (heir_words IS NULL)),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id)
);
CREATE INDEX duty_passing_programme ON duty_passing (home, programme_id, effective_on) WHERE applied;

ALTER TABLE duty_passing ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty_passing_read ON duty_passing FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR programme_id IN (SELECT my_programmes()) OR heir_id = (SELECT current_body())));
CREATE POLICY duty_passing_draft ON duty_passing FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (NOT applied AND programme_id IN (SELECT my_programmes()) AND (SELECT answers_for_body())
    AND reorganisation_id IN (SELECT r.id FROM reorganisation r WHERE r.home = duty_passing.home AND r.state = 'draft'
      AND r.created_by = (SELECT current_account())))));
CREATE POLICY duty_passing_apply ON duty_passing FOR UPDATE USING (home = (SELECT current_home()) AND (SELECT is_system()));

-- A leader drafts as an administrator does: in the seat of a body that is no more there is no administrator.
ALTER POLICY reorganisation_draft ON reorganisation WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (state = 'draft' AND drafted_by = (SELECT current_body()) AND (SELECT current_body()) = ANY (concerned)
    AND created_by = (SELECT current_account()) AND (SELECT answers_for_body()))));

-- What is applied is known to the site, but not what passes on duties alone: those concerned by it are parties of a programme.
ALTER POLICY reorganisation_read ON reorganisation USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (state = 'applied' AND jsonb_path_exists(content, '$.*[*]')) OR (SELECT current_body()) = ANY (concerned)));

GRANT SELECT, INSERT ON duty_passing TO phoihop_app;
GRANT UPDATE (applied) ON duty_passing TO phoihop_app;
