-- A partner by post informs by its own paper, which our clerk writes down; and a letter to others that two sides sign is agreed by both first.

ALTER TABLE paper_sending DROP CONSTRAINT paper_sending_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting', 'request'));
-- 'inform': it tells of itself what it owes to tell; nothing of ours went before.
ALTER TABLE paper_act DROP CONSTRAINT paper_act_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'package', 'review', 'amendment', 'indicator', 'meeting', 'request')),
  DROP CONSTRAINT paper_act_act_check,
  ADD CHECK (act IN ('agree', 'return', 'counter', 'answer', 'receive', 'inform')),
  ADD CHECK (act <> 'inform' OR subject_kind = 'package');
DROP POLICY paper_act_record ON paper_act;
-- Only of a party that is by post today, from its scanned paper; an answer, about exactly what was sent to it.
CREATE POLICY paper_act_record ON paper_act FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND recorded_body = (SELECT current_body()) AND recorded_by = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()) AND (SELECT keeps_papers()) AND is_by_post(programme_id, body_id) AND owns_file(file_id)
    AND contested_at IS NULL AND withdrawn_at IS NULL
    AND (act = 'inform' OR EXISTS (SELECT FROM paper_sending s WHERE s.home = paper_act.home AND s.subject_kind = paper_act.subject_kind
      AND s.subject_id = paper_act.subject_id AND s.from_body = paper_act.recorded_body AND s.to_body = paper_act.body_id AND s.digest = paper_act.digest)));

-- The package that a partner's own paper is: received when it is written down, and taken out when that paper falls.
ALTER TABLE exchange_package ADD paper_act_id uuid,
  ADD FOREIGN KEY (home, paper_act_id) REFERENCES paper_act (home, id);
CREATE POLICY exchange_package_of_partner ON exchange_package FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND state = 'received' AND to_body = (SELECT current_body()) AND EXISTS (SELECT FROM paper_act a
    WHERE a.home = exchange_package.home AND a.id = exchange_package.paper_act_id AND a.act = 'inform' AND a.subject_id = exchange_package.id
      AND a.programme_id = exchange_package.programme_id AND a.body_id = exchange_package.from_body AND a.digest = exchange_package.digest
      AND a.recorded_body = (SELECT current_body()) AND a.recorded_by = (SELECT current_account())
      AND a.contested_at IS NULL AND a.withdrawn_at IS NULL AND is_by_post(a.programme_id, a.body_id)));
CREATE POLICY exchange_package_of_partner_falls ON exchange_package FOR UPDATE
  USING (home = (SELECT current_home()) AND (SELECT current_body()) IN (from_body, to_body) AND paper_act_id IS NOT NULL AND state = 'received'
    AND paper_fell('package', id))
  WITH CHECK (home = (SELECT current_home()) AND (SELECT current_body()) IN (from_body, to_body) AND paper_act_id IS NOT NULL AND state = 'returned');
CREATE OR REPLACE FUNCTION keep_sent_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.content, NEW.digest, NEW.sent_on, NEW.note, NEW.activity_ids, NEW.file_ids,
      NEW.from_body, NEW.to_body, NEW.duty_key, NEW.due_on, NEW.paper_act_id) IS DISTINCT FROM (OLD.content, OLD.digest, OLD.sent_on, OLD.note,
      OLD.activity_ids, OLD.file_ids, OLD.from_body, OLD.to_body, OLD.duty_key, OLD.due_on, OLD.paper_act_id)
    OR OLD.state <> 'sent' AND NOT (NEW.state = CASE WHEN OLD.paper_act_id IS NULL THEN 'sent' ELSE 'returned' END AND paper_fell('package', OLD.id)) THEN
    RAISE EXCEPTION 'a sent package does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A request to a known body, and one that several sides sign: put before the others, agreed by each to the same words, then sent.
ALTER TABLE exchange_request ADD to_body uuid, ADD digest text, ADD reason text CHECK (reason <> ''), ADD returned_by uuid,
  DROP CONSTRAINT exchange_request_state_check,
  ADD CHECK (state IN ('draft', 'proposed', 'returned', 'agreed', 'sent', 'urged', 'answered')),
  DROP CONSTRAINT exchange_request_check,
  ADD CHECK ((state IN ('draft', 'proposed', 'returned', 'agreed')) = (sent_on IS NULL) AND (sent_on IS NULL) = (number IS NULL)),
  ADD CHECK (state NOT IN ('proposed', 'returned', 'agreed') OR digest IS NOT NULL AND signed_with <> '{}'),
  ADD CHECK ((state = 'returned') = (reason IS NOT NULL) AND (reason IS NULL) = (returned_by IS NULL)),
  ADD FOREIGN KEY (home, to_body) REFERENCES body (home, id);
DROP POLICY exchange_request_read ON exchange_request;
CREATE POLICY exchange_request_read ON exchange_request FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body())
    OR (state IN ('sent', 'urged', 'answered') AND programme_id IN (SELECT my_programmes()))
    OR (state <> 'draft' AND (SELECT current_body()) = ANY (signed_with) AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY exchange_request_sign ON exchange_request FOR UPDATE
  USING (home = (SELECT current_home()) AND state IN ('proposed', 'agreed') AND (SELECT current_body()) = ANY (signed_with)
    AND programme_id IN (SELECT my_programmes()))
  WITH CHECK (home = (SELECT current_home()) AND state IN ('proposed', 'returned', 'agreed') AND (SELECT current_body()) = ANY (signed_with));
-- What the signers have before them stays as it is, what has left stays as it left, and nothing that several sign leaves before each has agreed.
CREATE OR REPLACE FUNCTION keep_sent_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.state <> 'draft' THEN
    RAISE EXCEPTION 'a sent request does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF OLD.state <> 'draft' AND (NEW.to_name, NEW.to_body, NEW.content, NEW.clause_path, NEW.signed_with)
        IS DISTINCT FROM (OLD.to_name, OLD.to_body, OLD.content, OLD.clause_path, OLD.signed_with)
      OR OLD.sent_on IS NOT NULL AND (NEW.number, NEW.sent_on, NEW.letter_file, NEW.digest)
        IS DISTINCT FROM (OLD.number, OLD.sent_on, OLD.letter_file, OLD.digest) THEN
    RAISE EXCEPTION 'a sent request does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT is_system() AND OLD.from_body IS DISTINCT FROM current_body() AND (NEW.number, NEW.sent_on, NEW.letter_file, NEW.due_on, NEW.urged_on,
      NEW.answer, NEW.answer_number, NEW.answered_on, NEW.answer_file, NEW.summary, NEW.removed_at, NEW.digest)
      IS DISTINCT FROM (OLD.number, OLD.sent_on, OLD.letter_file, OLD.due_on, OLD.urged_on,
      OLD.answer, OLD.answer_number, OLD.answered_on, OLD.answer_file, OLD.summary, OLD.removed_at, OLD.digest) THEN
    RAISE EXCEPTION 'another signer only answers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.state = 'agreed' OR NEW.state = 'sent' AND OLD.sent_on IS NULL AND NEW.signed_with <> '{}') AND OLD.state <> NEW.state
      AND EXISTS (SELECT FROM unnest(NEW.from_body || NEW.signed_with) AS signer(body_id) WHERE NOT EXISTS (SELECT FROM agreement a
        WHERE a.home = NEW.home AND a.subject_kind = 'request' AND a.subject_id = NEW.id AND a.body_id = signer.body_id
          AND a.digest = NEW.digest AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a signer has not agreed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER exchange_request_stays ON exchange_request;
CREATE TRIGGER exchange_request_stays BEFORE UPDATE OR DELETE ON exchange_request FOR EACH ROW EXECUTE FUNCTION keep_sent_request();
GRANT UPDATE (to_body, digest, reason, returned_by) ON exchange_request TO phoihop_app;

-- A paper about a request is read by whoever reads the request; one about a package by the two between whom it is.
DROP POLICY paper_act_read ON paper_act;
CREATE POLICY paper_act_read ON paper_act FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT current_body()) IN (body_id, recorded_body)
    OR (subject_kind NOT IN ('package', 'request') AND programme_id IN (SELECT my_programmes()))
    OR (subject_kind = 'request' AND subject_id IN (SELECT id FROM exchange_request))));
