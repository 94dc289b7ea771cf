-- The text of a shared review while its sides write it together. A draft store: it changes without commands, and counts only once a command takes it up.
CREATE TABLE review_text (
  home uuid NOT NULL DEFAULT current_home(),
  review_id uuid NOT NULL,
  -- The Yjs document; states of one text merge in whatever order they come.
  state bytea NOT NULL,
  -- Which side each writing place (Yjs client) belongs to: {"3127844": body}. Sides only, never persons.
  writers jsonb NOT NULL DEFAULT '{}',
  -- What stands in the sections that officers have to write, as plain text.
  texts jsonb NOT NULL DEFAULT '{}',
  revision int NOT NULL DEFAULT 1,
  begun_by uuid NOT NULL,
  begun_at timestamptz NOT NULL,
  PRIMARY KEY (home, review_id),
  FOREIGN KEY (home, review_id) REFERENCES review (home, id)
);

ALTER TABLE review_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_text_read ON review_text FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review)));
CREATE POLICY review_text_begin ON review_text FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review WHERE state = 'proposed')));
CREATE POLICY review_text_write ON review_text FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR review_id IN (SELECT id FROM review WHERE state = 'proposed')));
GRANT SELECT, INSERT ON review_text TO phoihop_app;
GRANT UPDATE (state, writers, texts, revision) ON review_text TO phoihop_app;

-- What was frozen was read from this text: it stays.
CREATE FUNCTION keep_frozen_text() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM review WHERE home = NEW.home AND id = NEW.review_id AND state = 'frozen') THEN
    RAISE EXCEPTION 'the text of a frozen review does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_text_stays_frozen BEFORE INSERT OR UPDATE ON review_text FOR EACH ROW EXECUTE FUNCTION keep_frozen_text();

-- Open rooms hear at once of what commands write into the text, and of a review that is no longer written.
CREATE FUNCTION tell_review_text() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM pg_notify('review_text', CASE TG_TABLE_NAME WHEN 'review' THEN to_jsonb(NEW)->>'id' ELSE to_jsonb(NEW)->>'review_id' END);
  RETURN NULL;
END $$;
CREATE TRIGGER review_text_told AFTER UPDATE ON review_text FOR EACH ROW EXECUTE FUNCTION tell_review_text();
CREATE TRIGGER review_state_told AFTER UPDATE ON review FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION tell_review_text();
