-- The words of a letter as its officer has written them before it is frozen, an entry a paragraph; its facts stand in them by their names.
ALTER TABLE paper ADD wording text[];
GRANT UPDATE (wording, sheet) ON paper TO phoihop_app;

CREATE FUNCTION keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the words of a letter change before it is checked only' USING ERRCODE = 'restrict_violation';
END $$;
-- What is frozen keeps its words; before that, and where it was dropped, they may be forgotten with their petition, and no new ones come.
CREATE TRIGGER paper_words_stand BEFORE UPDATE OF wording, sheet ON paper
  FOR EACH ROW WHEN ((NEW.wording, NEW.sheet) IS DISTINCT FROM (OLD.wording, OLD.sheet) AND (OLD.state IN ('frozen', 'issued', 'recalled')
    OR (OLD.state <> 'draft' AND ((NEW.wording IS NOT NULL AND NEW.wording IS DISTINCT FROM OLD.wording)
      OR (NEW.sheet IS NOT NULL AND NEW.sheet IS DISTINCT FROM OLD.sheet)))))
  EXECUTE FUNCTION keep_wording();

-- Where the record takes its letter's facts back, what was worded around them goes with them.
CREATE FUNCTION words_go_with_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.wording := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_words_go BEFORE UPDATE OF sheet ON paper
  FOR EACH ROW WHEN (NEW.sheet IS NULL AND NEW.wording IS NOT NULL) EXECUTE FUNCTION words_go_with_sheet();
