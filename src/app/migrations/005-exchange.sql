-- What one side of a programme tells the other for a period: prepared by its own, sent, received or returned.

CREATE TABLE exchange_package (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  from_body uuid NOT NULL,
  to_body uuid NOT NULL,
  -- Which duty it answers, with the days of that duty as they were when it was prepared.
  duty_key text NOT NULL CHECK (duty_key <> ''),
  kind text NOT NULL CHECK (kind IN ('periodic', 'occasion')),
  year int NOT NULL,
  label text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  cutoff_on date NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'received', 'returned')),
  note text NOT NULL DEFAULT '',
  -- Null takes every activity of the own side in the period.
  activity_ids uuid[],
  file_ids uuid[] NOT NULL DEFAULT '{}',
  -- What left the house, as it was; null in a draft.
  content jsonb,
  digest text,
  sent_on date,
  received_on date,
  returned_on date,
  reason text CHECK (reason <> ''),
  -- The returned package in whose place it stands.
  replaces uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (from_body <> to_body),
  CHECK (period_from <= period_to AND period_from <= due_on),
  CHECK ((state = 'draft') = (content IS NULL) AND (content IS NULL) = (digest IS NULL) AND (content IS NULL) = (sent_on IS NULL)),
  CHECK ((state = 'received') = (received_on IS NOT NULL)),
  CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND (state = 'returned') = (reason IS NOT NULL)),
  FOREIGN KEY (home, commitment_id) REFERENCES commitment (home, id),
  FOREIGN KEY (home, programme_id, from_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, to_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, replaces) REFERENCES exchange_package (home, id)
);
CREATE UNIQUE INDEX exchange_package_standing ON exchange_package (home, duty_key) WHERE state <> 'returned';
CREATE INDEX exchange_package_programme ON exchange_package (home, programme_id, year);

-- A draft is its own side's; what was sent belongs to the two that it is between, and to no third party of the programme.
ALTER TABLE exchange_package ENABLE ROW LEVEL SECURITY;
CREATE POLICY exchange_package_read ON exchange_package FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body()) OR (to_body = (SELECT current_body()) AND state <> 'draft')));
CREATE POLICY exchange_package_prepare ON exchange_package FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (state = 'draft' AND from_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY exchange_package_change ON exchange_package FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state = 'draft')
    OR (to_body = (SELECT current_body()) AND state = 'sent')))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state IN ('draft', 'sent'))
    OR (to_body = (SELECT current_body()) AND state IN ('received', 'returned'))));

-- What has left stays as it left; only its receipt or return is added, once.
CREATE FUNCTION keep_sent_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'sent' OR (NEW.content, NEW.digest, NEW.sent_on, NEW.note, NEW.activity_ids, NEW.file_ids,
      NEW.from_body, NEW.to_body, NEW.duty_key, NEW.due_on) IS DISTINCT FROM (OLD.content, OLD.digest, OLD.sent_on, OLD.note,
      OLD.activity_ids, OLD.file_ids, OLD.from_body, OLD.to_body, OLD.duty_key, OLD.due_on) THEN
    RAISE EXCEPTION 'a sent package does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exchange_package_stays BEFORE UPDATE OR DELETE ON exchange_package
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION keep_sent_package();

-- A file that its owner sent along is read by the addressee; one that was not yet sent is still its owner's alone.
CREATE POLICY file_sent_along ON file FOR SELECT
  USING (home = (SELECT current_home()) AND (id, owner_body) IN (SELECT unnest(file_ids), from_body FROM exchange_package
    WHERE home = (SELECT current_home()) AND to_body = (SELECT current_body()) AND state <> 'draft'));

GRANT SELECT, INSERT ON exchange_package TO phoihop_app;
-- Who sends what to whom is said once: nobody turns a package of the own into one that another side has sent.
GRANT UPDATE (note, activity_ids, file_ids, state, content, digest, sent_on, received_on, returned_on, reason, version)
  ON exchange_package TO phoihop_app;
