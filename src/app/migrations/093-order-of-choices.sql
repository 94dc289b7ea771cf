-- The choices of a field stand in the order in which they were written, which jsonb does not keep.
ALTER TABLE own_kind DROP CONSTRAINT own_kind_fields_check;
ALTER TABLE own_kind ALTER COLUMN fields TYPE json USING fields::json;
ALTER TABLE own_kind ADD CHECK (json_typeof(fields) = 'array');
CREATE OR REPLACE FUNCTION keep_own_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL
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
