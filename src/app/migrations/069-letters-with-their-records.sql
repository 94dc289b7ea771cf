-- A letter on a petition stays with its petition: with the unit that handles it, and with the words that it was set from.

CREATE FUNCTION hand_letters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE paper SET unit_id = NEW.unit_id
    WHERE home = NEW.home AND source_id = NEW.id AND source_kind IN ('petition', 'petition-urging');
  RETURN NULL;
END $$;
CREATE TRIGGER petition_hands_letters AFTER UPDATE OF unit_id ON petition
  FOR EACH ROW WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id) EXECUTE FUNCTION hand_letters();

-- What nobody has frozen falls when its words change: it is written anew.
CREATE FUNCTION drop_letters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE paper SET sheet = NULL, removed_at = now(), version = version + 1
    WHERE home = OLD.home AND source_id = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid AND source_kind IN ('petition', 'petition-urging')
      AND state IN ('draft', 'checked') AND sheet IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER petition_content_drops_letters AFTER UPDATE OF text, place_id ON petition_content
  FOR EACH ROW WHEN ((OLD.text, OLD.place_id) IS DISTINCT FROM (NEW.text, NEW.place_id)) EXECUTE FUNCTION drop_letters('petition_id');
CREATE TRIGGER petition_drops_letters AFTER UPDATE OF subject, field, origin, voices ON petition
  FOR EACH ROW WHEN ((OLD.subject, OLD.field, OLD.origin, OLD.voices) IS DISTINCT FROM (NEW.subject, NEW.field, NEW.origin, NEW.voices))
  EXECUTE FUNCTION drop_letters('id');

-- What is deleted for good is deleted from its letters and from the files that were frozen and opened again; what is issued stays on file.
CREATE FUNCTION forget_letters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  open uuid[];
  made uuid[];
  digests text[];
BEGIN
  IF EXISTS (SELECT FROM paper WHERE home = OLD.home AND source_id = OLD.petition_id AND source_kind IN ('petition', 'petition-urging')
      AND state = 'frozen') THEN
    RAISE EXCEPTION 'a frozen letter is opened before its petition goes' USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE paper SET sheet = NULL WHERE home = OLD.home AND source_id = OLD.petition_id
    AND source_kind IN ('petition', 'petition-urging') AND state = 'dropped';
  WITH fallen AS (
    UPDATE paper SET sheet = NULL, subject = 'Văn bản đã bỏ', removed_at = coalesce(removed_at, now()), version = version + 1
      WHERE home = OLD.home AND source_id = OLD.petition_id AND source_kind IN ('petition', 'petition-urging')
        AND state IN ('draft', 'checked') RETURNING id)
  SELECT array_agg(id) INTO open FROM fallen;
  WITH gone AS (DELETE FROM paper_copy WHERE home = OLD.home AND paper_id = ANY (open) RETURNING file_id)
  SELECT array_agg(file_id) INTO made FROM gone;
  WITH gone AS (DELETE FROM file WHERE home = OLD.home AND id = ANY (made) RETURNING sha256)
  SELECT array_agg(sha256) INTO digests FROM gone;
  -- Bytes whose last file is gone are cleaned away from the disk.
  DELETE FROM blob WHERE home = OLD.home AND sha256 = ANY (digests)
    AND NOT EXISTS (SELECT FROM file WHERE file.home = blob.home AND file.sha256 = blob.sha256);
  RETURN NULL;
END $$;
CREATE TRIGGER petition_content_forgets_letters AFTER DELETE ON petition_content
  FOR EACH ROW EXECUTE FUNCTION forget_letters();

-- A record becomes one paper at a time; letters that come again, one after the other was issued. Of two drafts the earlier stays.
UPDATE paper p SET removed_at = now(), version = version + 1
  WHERE p.state IN ('draft', 'checked') AND p.removed_at IS NULL AND p.source_kind <> 'file' AND EXISTS (SELECT FROM paper q
    WHERE q.home = p.home AND q.source_kind = p.source_kind AND q.source_id = p.source_id AND q.id <> p.id AND q.removed_at IS NULL
      AND (q.state = 'frozen' OR (q.state = 'issued' AND p.source_kind NOT IN ('request-urging', 'petition-urging', 'petition'))
        OR (q.state IN ('draft', 'checked') AND (q.created_at, q.id) < (p.created_at, p.id))));
CREATE UNIQUE INDEX paper_once ON paper (home, source_kind, source_id)
  WHERE removed_at IS NULL AND state NOT IN ('dropped', 'recalled')
    AND source_kind NOT IN ('file', 'request-urging', 'petition-urging', 'petition');
CREATE UNIQUE INDEX paper_again_once ON paper (home, source_kind, source_id)
  WHERE removed_at IS NULL AND state NOT IN ('dropped', 'recalled', 'issued')
    AND source_kind IN ('request-urging', 'petition-urging', 'petition');
