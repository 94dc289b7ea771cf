-- Amendments of a programme: what one side proposes of the signed text, until both agree, sign and it takes effect.
-- The original stays as it was entered; an amendment's clauses and commitments are rows beside it, with their days.

CREATE TABLE amendment (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  by_body uuid NOT NULL,
  state text NOT NULL DEFAULT 'own'
    CHECK (state IN ('own', 'shared', 'countered', 'returned', 'withdrawn', 'agreed', 'signed')),
  reason text NOT NULL CHECK (reason <> ''),
  effective_on date NOT NULL,
  -- By clause what is replaced, added or repealed, with the text it rests on and the commitments that follow.
  changes jsonb NOT NULL,
  -- The new words alone, to be found by.
  said text NOT NULL,
  digest text NOT NULL,
  counter_of uuid,
  answer text CHECK (answer <> ''),
  answered_by uuid,
  -- The signed paper: its number, its day and its file, kept bit for bit.
  number text CHECK (number <> ''),
  signed_on date,
  signed_file uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  shared_at timestamptz,
  agreed_at timestamptz,
  recorded_by uuid,
  recorded_at timestamptz,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(coalesce(number, '') || ' ' || reason || ' ' || said)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  CHECK (CASE state WHEN 'own' THEN shared_at IS NULL WHEN 'withdrawn' THEN true ELSE shared_at IS NOT NULL END),
  CHECK ((state = 'returned') = (answer IS NOT NULL)),
  CHECK ((state = 'signed') = (number IS NOT NULL) AND (number IS NULL) = (signed_on IS NULL) AND (number IS NULL) = (signed_file IS NULL)),
  CHECK (signed_on IS NULL OR signed_on <= effective_on),
  FOREIGN KEY (home, programme_id, by_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, counter_of) REFERENCES amendment (home, id),
  FOREIGN KEY (home, signed_file) REFERENCES file (home, id)
);
CREATE INDEX amendment_programme ON amendment (home, programme_id, effective_on);
CREATE UNIQUE INDEX amendment_number ON amendment (home, programme_id, number) WHERE number IS NOT NULL;
CREATE INDEX amendment_words ON amendment USING gin (words);

-- A clause that an amendment brought in stands between its neighbours; those of the original keep their places.
ALTER TABLE clause ALTER position TYPE double precision, ADD amendment_id uuid,
  ADD FOREIGN KEY (home, amendment_id, programme_id) REFERENCES amendment (home, id, programme_id);
ALTER TABLE commitment ALTER position TYPE double precision, ADD amendment_id uuid, ADD ended_by uuid,
  -- Both days are days on which it is in force; null is from the beginning and to the end of the programme.
  ADD valid_from date, ADD valid_to date,
  ADD CHECK ((amendment_id IS NULL) = (valid_from IS NULL) AND (ended_by IS NULL) = (valid_to IS NULL)),
  ADD CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
  ADD FOREIGN KEY (home, amendment_id, programme_id) REFERENCES amendment (home, id, programme_id),
  ADD FOREIGN KEY (home, ended_by, programme_id) REFERENCES amendment (home, id, programme_id);

ALTER TABLE amendment ENABLE ROW LEVEL SECURITY;
-- One that was never shared stays its own side's, whatever became of it.
CREATE POLICY amendment_read ON amendment FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));
CREATE POLICY amendment_write ON amendment FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (state = 'own' AND by_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY amendment_step ON amendment FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (by_body = (SELECT current_body()) OR shared_at IS NOT NULL))));

-- What was shared does not change any more; it is agreed only by all, signed only as it was agreed, and a signed one stays.
CREATE FUNCTION keep_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'signed' OR (OLD.shared_at IS NOT NULL AND (NEW.reason, NEW.effective_on, NEW.changes, NEW.said, NEW.digest, NEW.shared_at)
      IS DISTINCT FROM (OLD.reason, OLD.effective_on, OLD.changes, OLD.said, OLD.digest, OLD.shared_at)) THEN
    RAISE EXCEPTION 'a shared amendment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'signed' AND OLD.state <> 'agreed' OR NEW.state = 'agreed' AND OLD.state <> 'agreed' AND EXISTS (
      SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id AND NOT EXISTS (
        SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'amendment' AND a.subject_id = NEW.id
          AND a.body_id = p.body_id AND a.digest = NEW.digest AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'an amendment is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_stays BEFORE UPDATE ON amendment FOR EACH ROW EXECUTE FUNCTION keep_amendment();

-- What comes after the original comes by a signed amendment, and a commitment ends by one, on the day before it takes effect.
DROP POLICY clause_enter ON clause;
CREATE POLICY clause_enter ON clause FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes())
    AND (amendment_id IS NULL OR amendment_id IN (SELECT id FROM amendment WHERE state = 'signed')))));
DROP POLICY commitment_enter ON commitment;
CREATE POLICY commitment_enter ON commitment FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (programme_id IN (SELECT my_programmes()) AND ended_by IS NULL
    AND (amendment_id IS NULL OR (amendment_id, valid_from) IN (SELECT id, effective_on FROM amendment WHERE state = 'signed')))));
CREATE POLICY commitment_end ON commitment FOR UPDATE
  USING (home = (SELECT current_home()) AND ended_by IS NULL AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())))
  WITH CHECK (home = (SELECT current_home()) AND (ended_by, valid_to) IN (SELECT id, effective_on - 1 FROM amendment WHERE state = 'signed'));

GRANT SELECT, INSERT ON amendment TO phoihop_app;
-- Who proposed it, of which programme and in answer to what is said once.
GRANT UPDATE (state, reason, effective_on, changes, said, digest, answer, answered_by, number, signed_on, signed_file, shared_at,
  agreed_at, recorded_by, recorded_at, version) ON amendment TO phoihop_app;
REVOKE UPDATE, DELETE ON clause, commitment FROM phoihop_app;
GRANT UPDATE (valid_to, ended_by) ON commitment TO phoihop_app;
