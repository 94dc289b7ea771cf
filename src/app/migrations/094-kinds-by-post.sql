-- A kind of work of a programme's own is agreed by letter too, where a party takes part by post.
ALTER TABLE paper_sending DROP CONSTRAINT paper_sending_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting', 'request', 'own-kind'));
ALTER TABLE paper_act DROP CONSTRAINT paper_act_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting', 'request', 'own-kind'));

-- The version that held before holds again once the paper behind its successor has fallen. The fallen one keeps its number and closes:
-- what was recorded under it stays as it was.
CREATE OR REPLACE FUNCTION keep_own_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL AND NOT (OLD.state = 'replaced' AND NEW.state = 'agreed' AND EXISTS (
        SELECT FROM own_kind k WHERE k.home = OLD.home AND k.key = OLD.key AND paper_fell('own-kind', k.id)))
      OR (NEW.programme_id, NEW.key, NEW.base, NEW.closing, NEW.title, NEW.explanation, NEW.count_unit, NEW.reach_unit, NEW.fields::text, NEW.required, NEW.reason, NEW.by_body)
      IS DISTINCT FROM (OLD.programme_id, OLD.key, OLD.base, OLD.closing, OLD.title, OLD.explanation, OLD.count_unit, OLD.reach_unit, OLD.fields::text, OLD.required, OLD.reason, OLD.by_body)
      OR OLD.shared_at IS NOT NULL AND NEW.shared_at IS DISTINCT FROM OLD.shared_at
      OR OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number THEN
    RAISE EXCEPTION 'a proposed kind of work does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'agreed' AND OLD.state <> 'agreed' AND EXISTS (
      SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id AND NOT EXISTS (
        SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'own-kind' AND a.subject_id = NEW.id
          AND a.body_id = p.body_id AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a kind of work is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
