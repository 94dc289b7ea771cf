-- Amendments, working indicators and minutes are agreed by letter too, and are laid before the own leader like a plan.

ALTER TABLE paper_sending DROP CONSTRAINT paper_sending_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting'));
ALTER TABLE paper_act DROP CONSTRAINT paper_act_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting'));
ALTER TABLE clearance DROP CONSTRAINT clearance_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'review', 'package', 'amendment', 'indicator', 'meeting'));

-- A recorded paper about this has been contested or taken back: what hung on it may fall.
CREATE FUNCTION paper_fell(kind text, subject uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM paper_act a WHERE a.home = current_home() AND a.subject_kind = kind AND a.subject_id = subject
    AND (a.contested_at IS NOT NULL OR a.withdrawn_at IS NOT NULL))
$$;

-- Minutes wait again once the paper by which a party agreed has fallen; their words stay.
CREATE OR REPLACE FUNCTION keep_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'agreed' AND NOT (NEW.state = 'proposed' AND NEW.digest = OLD.digest AND paper_fell('meeting', OLD.id)) THEN
    RAISE EXCEPTION 'an agreed meeting does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.held_on, NEW.place, NEW.chaired_by, NEW.agenda, NEW.notes, NEW.minutes_file)
      IS DISTINCT FROM (OLD.held_on, OLD.place, OLD.chaired_by, OLD.agenda, OLD.notes, OLD.minutes_file)
      AND (OLD.state <> 'draft' OR (NOT is_system() AND OLD.by_body IS DISTINCT FROM current_body())) THEN
    RAISE EXCEPTION 'a meeting is written by its side, while it is a draft' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'agreed' AND EXISTS (SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id
      AND NOT EXISTS (SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'meeting' AND a.subject_id = NEW.id
        AND a.body_id = p.body_id AND a.digest = NEW.digest AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a party has not agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE POLICY meeting_fallen ON meeting FOR UPDATE
  USING (home = (SELECT current_home()) AND state = 'agreed' AND programme_id IN (SELECT my_programmes()) AND paper_fell('meeting', id))
  WITH CHECK (home = (SELECT current_home()) AND state = 'proposed' AND programme_id IN (SELECT my_programmes()) AND paper_fell('meeting', id));

-- What measured a duty before measures it again once the paper behind its successor has fallen.
CREATE OR REPLACE FUNCTION keep_shared_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL AND NOT (OLD.state = 'replaced' AND NEW.state = 'agreed' AND EXISTS (
        SELECT FROM working_indicator i WHERE i.home = OLD.home AND i.commitment_id = OLD.commitment_id AND paper_fell('indicator', i.id)))
      OR (NEW.programme_id, NEW.commitment_id, NEW.unit, NEW.target_min, NEW.target_max, NEW.target_per, NEW.evidence_wanted, NEW.reason, NEW.by_body, NEW.shared_at)
      IS DISTINCT FROM (OLD.programme_id, OLD.commitment_id, OLD.unit, OLD.target_min, OLD.target_max, OLD.target_per, OLD.evidence_wanted, OLD.reason, OLD.by_body, OLD.shared_at) THEN
    RAISE EXCEPTION 'a shared indicator does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state = 'agreed' AND OLD.state <> 'agreed' AND EXISTS (
      SELECT FROM programme_party p WHERE p.home = NEW.home AND p.programme_id = NEW.programme_id AND NOT EXISTS (
        SELECT FROM agreement a WHERE a.home = NEW.home AND a.subject_kind = 'indicator' AND a.subject_id = NEW.id
          AND a.body_id = p.body_id AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'an indicator is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
