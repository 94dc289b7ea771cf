-- The words of a letter as its officer has written them before it is frozen, an entry a paragraph; its facts stand in them by their names.
ALTER TABLE paper ADD wording text[];
GRANT UPDATE (wording, sheet) ON paper TO phoihop_app;

CREATE FUNCTION keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the words of a letter change before it is checked only' USING ERRCODE = 'restrict_violation';
END $$;
-- What another trigger forgets (a petition that is deleted) may go at any time; new words may not come.
CREATE TRIGGER paper_words_stand BEFORE UPDATE OF wording ON paper
  FOR EACH ROW WHEN (NEW.wording IS DISTINCT FROM OLD.wording AND NEW.wording IS NOT NULL AND OLD.state <> 'draft')
  EXECUTE FUNCTION keep_wording();
