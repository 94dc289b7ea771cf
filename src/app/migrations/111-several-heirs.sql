-- Several heirs of one body (split): all of them sit in its seat and read the common past; what is still worked on passes to one of them,
-- chosen by kind and where needed piece by piece. `body_succession` names the first, who takes what nothing else is said of.

CREATE TABLE body_co_heir (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  heir_id uuid NOT NULL,
  effective_on date NOT NULL,
  reorganisation_id uuid NOT NULL,
  PRIMARY KEY (home, body_id, heir_id),
  CHECK (body_id <> heir_id),
  FOREIGN KEY (home, body_id) REFERENCES body_succession (home, body_id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);
CREATE INDEX body_co_heir_heir ON body_co_heir (home, heir_id);

-- What passes to whom, by the kind that audit gives a record; a piece of its own where `piece_id` is told.
CREATE TABLE holding_passing (
  home uuid NOT NULL DEFAULT current_home(),
  reorganisation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  piece_id uuid,
  heir_id uuid NOT NULL,
  UNIQUE NULLS NOT DISTINCT (home, body_id, kind, piece_id),
  FOREIGN KEY (home, body_id) REFERENCES body_succession (home, body_id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);

ALTER TABLE body_co_heir ENABLE ROW LEVEL SECURITY;
CREATE POLICY body_co_heir_read ON body_co_heir FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY body_co_heir_record ON body_co_heir FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
ALTER TABLE holding_passing ENABLE ROW LEVEL SECURITY;
CREATE POLICY holding_passing_read ON holding_passing FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR reorganisation_concerns(reorganisation_id)));
CREATE POLICY holding_passing_record ON holding_passing FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
GRANT SELECT, INSERT ON body_co_heir, holding_passing TO phoihop_app;

-- Every body that sits in the seat of a body today; itself where nothing succeeded it.
CREATE FUNCTION heirs_of(body uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE next AS (
    SELECT s.body_id, s.heir_id FROM body_succession s WHERE s.home = current_home()
    UNION ALL SELECT c.body_id, c.heir_id FROM body_co_heir c WHERE c.home = current_home()
  ), line AS (
    SELECT body AS id UNION SELECT next.heir_id FROM line JOIN next ON next.body_id = line.id
  ) SELECT id FROM line WHERE NOT EXISTS (SELECT FROM next WHERE next.body_id = line.id)
$$;
-- Who works today on a record of a seat.
CREATE FUNCTION holder_of(seat uuid, wanted text, piece uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  at uuid := seat;
  next uuid;
BEGIN
  FOR step IN 1..99 LOOP
    SELECT coalesce(
      (SELECT p.heir_id FROM holding_passing p WHERE p.home = s.home AND p.body_id = at AND p.kind = wanted AND p.piece_id = piece),
      (SELECT p.heir_id FROM holding_passing p WHERE p.home = s.home AND p.body_id = at AND p.kind = wanted AND p.piece_id IS NULL),
      s.heir_id) INTO next FROM body_succession s WHERE s.home = current_home() AND s.body_id = at;
    EXIT WHEN NOT FOUND;
    at := next;
  END LOOP;
  RETURN at;
END $$;

CREATE OR REPLACE FUNCTION sitting_body() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.body_id FROM account a WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
    AND a.body_id IN (SELECT heirs_of(current_body()))
$$;
CREATE OR REPLACE FUNCTION acts_for_body(account uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS
  $$ SELECT is_of_body(account, body) OR EXISTS (SELECT FROM heirs_of(body) h (id) WHERE is_of_body(account, h.id)) $$;
CREATE OR REPLACE FUNCTION holds_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR (wanted <> 'administrator' AND a.body_id IN (SELECT heirs_of(current_body()))))
      AND wanted = ANY (p.roles) AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true))
$$;
CREATE OR REPLACE FUNCTION my_handling_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    JOIN unit u ON u.home = p.home AND u.body_id IN (current_body(), a.body_id)
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id IN (SELECT heirs_of(current_body())))
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
      AND (p.unit_id = unit_heir_of(u.id) OR p.unit_id = u.id OR (p.unit_id IS NULL AND 'leader' = ANY (p.roles)))
$$;
CREATE OR REPLACE FUNCTION body_signs_in(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.home = current_home() AND a.body_id IN (SELECT heirs_of(body)) AND a.disabled_at IS NULL
    AND (a.demo OR EXISTS (SELECT FROM session s WHERE s.home = a.home AND s.account_id = a.id)))
$$;
CREATE OR REPLACE FUNCTION sitting_line() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE next AS (
    SELECT s.body_id, s.heir_id FROM body_succession s WHERE s.home = current_home()
    UNION ALL SELECT c.body_id, c.heir_id FROM body_co_heir c WHERE c.home = current_home()
  ), line AS (
    SELECT current_body() AS id UNION SELECT next.heir_id FROM line JOIN next ON next.body_id = line.id
  ) SELECT id FROM line WHERE sitting_body() IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION my_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT current_body()
  UNION
  SELECT b.id FROM account a JOIN body b ON b.home = a.home AND (b.id = a.body_id
      OR EXISTS (SELECT FROM body_succession s WHERE s.home = b.home AND s.body_id = b.id AND a.body_id IN (SELECT heirs_of(b.id))))
    WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id IN (SELECT heirs_of(current_body())))
      AND EXISTS (SELECT FROM post p WHERE p.home = a.home AND p.account_id = a.id
        AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
        AND p.roles && ARRAY['officer', 'head', 'leader', 'clerk', 'viewer'])
$$;

-- In a seat with several heirs each works on what passed to it, and on nothing else: whatever is done there ends in an audit row.
CREATE FUNCTION keep_passed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.body_id IS NOT NULL AND EXISTS (SELECT FROM account a WHERE a.home = NEW.home AND a.id = NEW.account_id
        AND a.body_id <> NEW.body_id AND a.body_id <> holder_of(NEW.body_id, NEW.subject_kind, NEW.subject_id))
      AND EXISTS (SELECT FROM holding_passing p WHERE p.home = NEW.home AND p.kind = NEW.subject_kind)
      AND (SELECT count(*) FROM heirs_of(NEW.body_id)) > 1 THEN
    RAISE EXCEPTION 'reorganisation.passed-elsewhere' USING ERRCODE = 'PH001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_passed BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION keep_passed();
