-- Evidence that holds data of persons: read by the recording unit only, never shared, deleted after 24 months.

ALTER TABLE file
  ADD COLUMN personal boolean NOT NULL DEFAULT false,
  -- The unit of whoever handed it in.
  ADD COLUMN unit_id uuid,
  -- Taken away from a record; what nobody takes up again is cleaned away.
  ADD COLUMN released_at timestamptz,
  ADD CONSTRAINT file_personal_is_own CHECK (NOT personal OR visibility = 'own'),
  ADD CONSTRAINT file_unit FOREIGN KEY (home, unit_id) REFERENCES unit (home, id);
CREATE INDEX file_personal ON file (home, created_at) WHERE personal;
CREATE INDEX file_free ON file (home, created_at) WHERE subject_id IS NULL AND visibility = 'own';

-- A file that was handed in before units were noted belongs to the unit of the person.
UPDATE file SET unit_id = account.unit_id FROM account WHERE account.home = file.home AND account.id = file.created_by;

-- The units that the person who asks belongs to.
CREATE FUNCTION my_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT unit_id FROM account WHERE home = current_home() AND id = current_account() AND disabled_at IS NULL AND unit_id IS NOT NULL $$;

-- Stands before every other policy of files. Where the recorder has no unit, it is the recorder alone.
CREATE POLICY file_personal ON file AS RESTRICTIVE FOR ALL
  USING (NOT personal OR (SELECT is_system()) OR unit_id IN (SELECT my_units())
    OR (unit_id IS NULL AND created_by = (SELECT current_account())));
