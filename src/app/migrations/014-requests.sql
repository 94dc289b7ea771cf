-- What one side of a programme, or several, asks of a body outside it: support, conditions, an answer; and what became of it.

CREATE TABLE exchange_request (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  from_body uuid NOT NULL,
  -- The other parties that have signed the letter with it.
  signed_with uuid[] NOT NULL DEFAULT '{}',
  to_name text NOT NULL CHECK (to_name <> ''),
  clause_path text,
  content text NOT NULL CHECK (content <> ''),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'urged', 'answered')),
  number text CHECK (number <> ''),
  sent_on date,
  letter_file uuid,
  due_on date,
  urged_on date,
  answer text CHECK (answer IN ('whole', 'partly', 'refused', 'none')),
  answer_number text,
  answered_on date,
  answer_file uuid,
  summary text NOT NULL DEFAULT '',
  removed_at timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(to_name || ' ' || content)) STORED,
  PRIMARY KEY (home, id),
  CHECK ((state = 'draft') = (sent_on IS NULL) AND (sent_on IS NULL) = (number IS NULL)),
  CHECK ((state = 'answered') = (answer IS NOT NULL) AND (answer IS NULL) = (answered_on IS NULL)),
  CHECK (state <> 'urged' OR urged_on IS NOT NULL),
  CHECK (sent_on <= due_on AND sent_on <= urged_on AND sent_on <= answered_on),
  CHECK (removed_at IS NULL OR state = 'draft'),
  FOREIGN KEY (home, programme_id, from_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, letter_file) REFERENCES file (home, id),
  FOREIGN KEY (home, answer_file) REFERENCES file (home, id)
);
CREATE INDEX exchange_request_programme ON exchange_request (home, programme_id, clause_path);
CREATE INDEX exchange_request_words ON exchange_request USING gin (words);

-- A draft is its own side's; what was sent is joint to the parties, and still written by the side that sent it.
ALTER TABLE exchange_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY exchange_request_read ON exchange_request FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body())
    OR (state <> 'draft' AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY exchange_request_draft ON exchange_request FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (state = 'draft' AND from_body = (SELECT current_body())
    AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY exchange_request_change ON exchange_request FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body())));

-- What has left stays as it left; only what became of it is added.
CREATE FUNCTION keep_sent_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.state = 'draft' OR (NEW.to_name, NEW.content, NEW.clause_path, NEW.signed_with, NEW.number, NEW.sent_on, NEW.letter_file)
      IS DISTINCT FROM (OLD.to_name, OLD.content, OLD.clause_path, OLD.signed_with, OLD.number, OLD.sent_on, OLD.letter_file) THEN
    RAISE EXCEPTION 'a sent request does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exchange_request_stays BEFORE UPDATE OR DELETE ON exchange_request
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION keep_sent_request();

GRANT SELECT, INSERT ON exchange_request TO phoihop_app;
GRANT UPDATE (signed_with, to_name, clause_path, content, state, number, sent_on, letter_file, due_on, urged_on, answer, answer_number,
  answered_on, answer_file, summary, removed_at, version) ON exchange_request TO phoihop_app;
