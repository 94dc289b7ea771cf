-- A paper is issued when every side has sealed it, whoever says so; who signs as printed on the frozen file stays as it is there.
CREATE FUNCTION issue_with_every_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'issued' AND OLD.state <> 'issued' AND EXISTS (
      SELECT FROM paper_party q WHERE q.home = NEW.home AND q.paper_id = NEW.id AND q.sealed_at IS NULL) THEN
    RAISE EXCEPTION 'a paper is issued with every seal' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'frozen' AND NEW.state <> 'draft' AND NEW.signers IS DISTINCT FROM OLD.signers THEN
    RAISE EXCEPTION 'a frozen paper does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_issued_whole BEFORE UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION issue_with_every_seal();
