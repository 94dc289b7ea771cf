-- What minutes say of a meeting besides day and place: its hours, who was present (bodies and units), who wrote them down (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9).
ALTER TABLE meeting
  ADD begins_at text NOT NULL DEFAULT '' CHECK (begins_at ~ '^(|\d\d:\d\d)$'),
  ADD ends_at text NOT NULL DEFAULT '' CHECK (ends_at ~ '^(|\d\d:\d\d)$'),
  ADD present text NOT NULL DEFAULT '',
  ADD secretary text NOT NULL DEFAULT '';
GRANT UPDATE (begins_at, ends_at, present, secretary) ON meeting TO phoihop_app;
CREATE FUNCTION keep_form_of_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'minutes change as long as they are a draft' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER meeting_form_stays BEFORE UPDATE OF begins_at, ends_at, present, secretary ON meeting
  FOR EACH ROW WHEN (OLD.state <> 'draft'
    AND (NEW.begins_at, NEW.ends_at, NEW.present, NEW.secretary) IS DISTINCT FROM (OLD.begins_at, OLD.ends_at, OLD.present, OLD.secretary))
  EXECUTE FUNCTION keep_form_of_minutes();
