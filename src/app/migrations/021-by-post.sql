-- A partner without accounts takes part by letters: what was sent to it, and what it answered as another side's clerk recorded it.

-- The way a party takes part, as it chose itself. Without a row it is online where it has people who sign in, else by post.
CREATE TABLE participation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('online', 'by-post')),
  since date NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX participation_party ON participation (home, programme_id, body_id, since);

-- Somebody of the body has come in and still can; demo accounts stand for people who have.
CREATE FUNCTION body_signs_in(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.home = current_home() AND a.body_id = body AND a.disabled_at IS NULL
    AND (a.demo OR EXISTS (SELECT FROM session s WHERE s.home = a.home AND s.account_id = a.id)))
$$;
-- Whether others record a party's answers from its letters today. Nobody who has people here is put on paper by another.
CREATE FUNCTION is_by_post(programme uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT body_signs_in(body) OR coalesce((SELECT p.way = 'by-post' FROM participation p
    WHERE p.home = current_home() AND p.programme_id = programme AND p.body_id = body
      AND p.since <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date ORDER BY p.since DESC, p.set_at DESC LIMIT 1), false)
$$;
CREATE FUNCTION keeps_papers() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND id = current_account() AND body_id = current_body()
    AND disabled_at IS NULL AND roles && ARRAY['clerk', 'leader']) $$;
CREATE FUNCTION owns_file(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM file WHERE home = current_home() AND id = wanted AND owner_body = current_body() AND removed_at IS NULL) $$;

-- What left on paper: exactly which content (its digest), with which letter of ours.
CREATE TABLE paper_sending (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  from_body uuid NOT NULL,
  to_body uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('plan', 'package', 'review')),
  subject_id uuid NOT NULL,
  -- The content as a whole, or the lines proposed of a plan.
  step text NOT NULL CHECK (step IN ('whole', 'lines')),
  digest text NOT NULL CHECK (digest <> ''),
  letter_number text NOT NULL CHECK (letter_number <> ''),
  letter_date date NOT NULL,
  file_id uuid,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (from_body <> to_body),
  FOREIGN KEY (home, programme_id, from_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, to_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id)
);
CREATE INDEX paper_sending_subject ON paper_sending (home, subject_kind, subject_id);

-- What a body answered by its own paper, written down on its behalf. Never its click; it can contest it once it is here.
CREATE TABLE paper_act (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('plan', 'package', 'review')),
  subject_id uuid NOT NULL,
  -- Agrees to the whole; returns it; proposes other lines; answers proposed lines; confirms the receipt.
  act text NOT NULL CHECK (act IN ('agree', 'return', 'counter', 'answer', 'receive')),
  digest text NOT NULL,
  reason text CHECK (reason <> ''),
  paper_number text NOT NULL CHECK (paper_number <> ''),
  paper_date date NOT NULL,
  file_id uuid NOT NULL,
  recorded_body uuid NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  contested_at timestamptz,
  contested_by uuid,
  contest_reason text CHECK (contest_reason <> ''),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  PRIMARY KEY (home, id),
  CHECK (body_id <> recorded_body),
  CHECK (act <> 'return' OR reason IS NOT NULL),
  CHECK ((contested_at IS NULL) = (contested_by IS NULL) AND (contested_at IS NULL) = (contest_reason IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, recorded_body) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id)
);
CREATE INDEX paper_act_subject ON paper_act (home, subject_kind, subject_id);
CREATE INDEX paper_act_body ON paper_act (home, body_id);

ALTER TABLE participation ENABLE ROW LEVEL SECURITY;
CREATE POLICY participation_read ON participation FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY participation_choose ON participation FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND set_by = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()))));

ALTER TABLE paper_sending ENABLE ROW LEVEL SECURITY;
-- Between the two that it is between.
CREATE POLICY paper_sending_read ON paper_sending FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT current_body()) IN (from_body, to_body)));
CREATE POLICY paper_sending_record ON paper_sending FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND recorded_by = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()) AND (SELECT keeps_papers()) AND (file_id IS NULL OR owns_file(file_id)))));

ALTER TABLE paper_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_act_read ON paper_act FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT current_body()) IN (body_id, recorded_body)
    OR (subject_kind <> 'package' AND programme_id IN (SELECT my_programmes()))));
-- Only of a party that is by post today, from its scanned paper, about exactly what was sent to it.
CREATE POLICY paper_act_record ON paper_act FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND recorded_body = (SELECT current_body()) AND recorded_by = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()) AND (SELECT keeps_papers()) AND is_by_post(programme_id, body_id) AND owns_file(file_id)
    AND contested_at IS NULL AND withdrawn_at IS NULL
    AND EXISTS (SELECT FROM paper_sending s WHERE s.home = paper_act.home AND s.subject_kind = paper_act.subject_kind
      AND s.subject_id = paper_act.subject_id AND s.from_body = paper_act.recorded_body AND s.to_body = paper_act.body_id AND s.digest = paper_act.digest));
CREATE POLICY paper_act_contest ON paper_act FOR UPDATE
  USING (home = (SELECT current_home()) AND body_id = (SELECT current_body()) AND contested_at IS NULL AND withdrawn_at IS NULL)
  WITH CHECK (home = (SELECT current_home()) AND body_id = (SELECT current_body()) AND contested_by = (SELECT current_account()));
CREATE POLICY paper_act_withdraw ON paper_act FOR UPDATE
  USING (home = (SELECT current_home()) AND recorded_body = (SELECT current_body()) AND withdrawn_at IS NULL)
  WITH CHECK (home = (SELECT current_home()) AND recorded_body = (SELECT current_body()) AND withdrawn_by = (SELECT current_account()));

-- The body itself contests, once; who recorded it takes it back, once.
CREATE FUNCTION keep_paper_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.contested_at, NEW.contested_by, NEW.contest_reason) IS DISTINCT FROM (OLD.contested_at, OLD.contested_by, OLD.contest_reason)
      AND (OLD.contested_at IS NOT NULL OR OLD.body_id IS DISTINCT FROM current_body())
    OR (NEW.withdrawn_at, NEW.withdrawn_by) IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by)
      AND (OLD.withdrawn_at IS NOT NULL OR OLD.recorded_body IS DISTINCT FROM current_body()) THEN
    RAISE EXCEPTION 'a recorded paper is contested by its body and withdrawn by its recorder' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_act_stays BEFORE UPDATE ON paper_act FOR EACH ROW EXECUTE FUNCTION keep_paper_act();

-- An agreement of another body hangs on its paper, recorded by who enters it, to the very content that was sent.
ALTER TABLE agreement ADD paper_act_id uuid;
ALTER TABLE agreement ADD FOREIGN KEY (home, paper_act_id) REFERENCES paper_act (home, id);
CREATE POLICY agreement_by_paper ON agreement FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND account_id IS NULL AND EXISTS (SELECT FROM paper_act a
    WHERE a.home = agreement.home AND a.id = agreement.paper_act_id AND a.act = 'agree' AND a.programme_id = agreement.programme_id
      AND a.subject_kind = agreement.subject_kind AND a.subject_id = agreement.subject_id AND a.body_id = agreement.body_id
      AND a.digest = agreement.digest AND a.recorded_body = (SELECT current_body()) AND a.recorded_by = (SELECT current_account())
      AND a.contested_at IS NULL AND a.withdrawn_at IS NULL AND is_by_post(a.programme_id, a.body_id)));

-- A line typed in from another body's letter.
ALTER TABLE plan_proposal ADD paper_act_id uuid;
ALTER TABLE plan_proposal ADD FOREIGN KEY (home, paper_act_id) REFERENCES paper_act (home, id);
CREATE POLICY plan_proposal_by_paper ON plan_proposal FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND state = 'shared' AND created_by = (SELECT current_account()) AND shared_by IS NULL
    AND plan_id IN (SELECT id FROM plan) AND EXISTS (SELECT FROM paper_act a
    WHERE a.home = plan_proposal.home AND a.id = plan_proposal.paper_act_id AND a.act = 'counter' AND a.subject_kind = 'plan'
      AND a.subject_id = plan_proposal.plan_id AND a.programme_id = plan_proposal.programme_id AND a.body_id = plan_proposal.by_body
      AND a.recorded_body = (SELECT current_body()) AND a.contested_at IS NULL AND a.withdrawn_at IS NULL
      AND is_by_post(a.programme_id, a.body_id)));

-- Nobody accepts in another's name, unless that body's paper says so.
CREATE FUNCTION keep_acceptances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE known jsonb := CASE TG_OP WHEN 'UPDATE' THEN OLD.acceptances ELSE '[]' END;
BEGIN
  IF EXISTS (SELECT FROM jsonb_array_elements(NEW.acceptances) one
      WHERE NOT known @> jsonb_build_array(one) AND one ->> 'bodyId' IS DISTINCT FROM current_body()::text
        AND NOT EXISTS (SELECT FROM paper_act a WHERE a.home = NEW.home AND a.id::text = one ->> 'paperActId' AND a.act = 'answer'
          AND a.subject_id = NEW.plan_id AND a.body_id::text = one ->> 'bodyId' AND a.recorded_body = current_body()
          AND a.contested_at IS NULL AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'a side accepts for itself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_proposal_acceptances BEFORE INSERT OR UPDATE OF acceptances ON plan_proposal
  FOR EACH ROW WHEN (NOT is_system()) EXECUTE FUNCTION keep_acceptances();

-- A receipt or return by paper, and its fall: the package then waits for its receipt again.
CREATE OR REPLACE FUNCTION keep_sent_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.content, NEW.digest, NEW.sent_on, NEW.note, NEW.activity_ids, NEW.file_ids,
      NEW.from_body, NEW.to_body, NEW.duty_key, NEW.due_on) IS DISTINCT FROM (OLD.content, OLD.digest, OLD.sent_on, OLD.note,
      OLD.activity_ids, OLD.file_ids, OLD.from_body, OLD.to_body, OLD.duty_key, OLD.due_on)
    OR OLD.state <> 'sent' AND NOT (NEW.state = 'sent' AND EXISTS (SELECT FROM paper_act a WHERE a.home = OLD.home AND a.subject_kind = 'package'
      AND a.subject_id = OLD.id AND (a.contested_at IS NOT NULL OR a.withdrawn_at IS NOT NULL))) THEN
    RAISE EXCEPTION 'a sent package does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE POLICY exchange_package_by_paper ON exchange_package FOR UPDATE
  USING (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND state = 'sent' AND is_by_post(programme_id, to_body))
  WITH CHECK (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND state IN ('received', 'returned')
    AND EXISTS (SELECT FROM paper_act a WHERE a.home = exchange_package.home AND a.subject_kind = 'package' AND a.subject_id = exchange_package.id
      AND a.body_id = exchange_package.to_body AND a.recorded_body = (SELECT current_body()) AND a.contested_at IS NULL AND a.withdrawn_at IS NULL));
CREATE POLICY exchange_package_fallen ON exchange_package FOR UPDATE
  USING (home = (SELECT current_home()) AND (SELECT current_body()) IN (from_body, to_body) AND state IN ('received', 'returned')
    AND EXISTS (SELECT FROM paper_act a WHERE a.home = exchange_package.home AND a.subject_kind = 'package' AND a.subject_id = exchange_package.id
      AND (a.contested_at IS NOT NULL OR a.withdrawn_at IS NOT NULL)))
  WITH CHECK (home = (SELECT current_home()) AND (SELECT current_body()) IN (from_body, to_body) AND state = 'sent'
    AND EXISTS (SELECT FROM paper_act a WHERE a.home = exchange_package.home AND a.subject_kind = 'package' AND a.subject_id = exchange_package.id
      AND (a.contested_at IS NOT NULL OR a.withdrawn_at IS NOT NULL)));

-- The scan is read by whoever may read what it founds.
CREATE POLICY file_of_paper ON file FOR SELECT
  USING (home = (SELECT current_home()) AND ((id, owner_body) IN (SELECT a.file_id, a.recorded_body FROM paper_act a WHERE a.home = (SELECT current_home()))
    OR (id, owner_body) IN (SELECT s.file_id, s.from_body FROM paper_sending s WHERE s.home = (SELECT current_home()))));

GRANT SELECT, INSERT ON participation, paper_sending, paper_act TO phoihop_app;
GRANT UPDATE (contested_at, contested_by, contest_reason, withdrawn_at, withdrawn_by) ON paper_act TO phoihop_app;
