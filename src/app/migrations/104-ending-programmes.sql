-- Programmes of bodies that were merged: they run side by side, go on in one, or end. Nothing signed changes: what goes on is a row
-- beside it, dated, with its origin.

-- The seats that a person can take: the own, and those of bodies that theirs succeeded, where they have work there.
CREATE FUNCTION my_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT current_body()
  UNION
  SELECT b.id FROM account a JOIN body b ON b.home = a.home AND (b.id = a.body_id OR heir_of(b.id) = a.body_id)
    WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id = heir_of(current_body()))
      AND (b.id = a.body_id OR EXISTS (SELECT FROM body_succession s WHERE s.home = b.home AND s.body_id = b.id))
      AND EXISTS (SELECT FROM post p WHERE p.home = a.home AND p.account_id = a.id
        AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
        AND p.roles && ARRAY['officer', 'head', 'leader', 'clerk', 'viewer'])
$$;
-- The seat from which a person reads a programme: the one taken where it is a party, else another of theirs; null where none is.
CREATE FUNCTION seat_at(programme uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT body_id FROM programme_party WHERE home = current_home() AND programme_id = programme AND body_id IN (SELECT my_seats())
    ORDER BY body_id = current_body() DESC, position LIMIT 1
$$;
CREATE FUNCTION programmes_of_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT programme_id FROM programme_party WHERE home = current_home() AND body_id IN (SELECT my_seats())
$$;

CREATE TABLE programme_ending (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- The programme in which it goes on; null where it ends.
  into_id uuid,
  -- How the two are cited, for parties of one of them alone.
  cited text NOT NULL CHECK (cited <> ''),
  into_cited text CHECK (into_cited <> ''),
  -- The first day on which it is no more in force.
  effective_on date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  -- The paper that the parties have signed about it.
  paper_number text NOT NULL CHECK (paper_number <> ''),
  paper_date date NOT NULL,
  paper_file uuid NOT NULL,
  -- What becomes of each clause that holds a duty, with its words.
  lines jsonb NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'agreed', 'applied', 'withdrawn')),
  -- Why the clock could not carry it out: a refusal's code.
  failure text,
  proposed_by uuid NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK (programme_id <> into_id),
  CHECK ((into_id IS NULL) = (into_cited IS NULL)),
  CHECK (paper_date <= effective_on),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id),
  FOREIGN KEY (home, into_id) REFERENCES programme (home, id),
  FOREIGN KEY (home, paper_file) REFERENCES file (home, id)
);
CREATE UNIQUE INDEX programme_ending_once ON programme_ending (home, programme_id) WHERE state <> 'withdrawn';
CREATE INDEX programme_ending_into ON programme_ending (home, into_id);

-- Agreed by whoever sits today in the seat of a party, once for all its seats.
CREATE TABLE programme_ending_agreement (
  home uuid NOT NULL DEFAULT current_home(),
  ending_id uuid NOT NULL,
  body_id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (home, ending_id, body_id),
  FOREIGN KEY (home, ending_id) REFERENCES programme_ending (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- Where a clause comes from that goes on in another programme.
CREATE TABLE clause_origin (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  path text NOT NULL,
  from_programme uuid NOT NULL,
  from_path text NOT NULL,
  ending_id uuid NOT NULL,
  PRIMARY KEY (home, programme_id, path, from_programme, from_path),
  FOREIGN KEY (home, programme_id, path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, from_programme, from_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, ending_id) REFERENCES programme_ending (home, id)
);
CREATE INDEX clause_origin_from ON clause_origin (home, from_programme);

ALTER TABLE programme_ending ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_ending_read ON programme_ending FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR programme_id IN (SELECT programmes_of_seats()) OR into_id IN (SELECT programmes_of_seats())));
CREATE POLICY programme_ending_propose ON programme_ending FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (state = 'proposed' AND proposed_by = (SELECT current_body()) AND created_by = (SELECT current_account())
    AND programme_id IN (SELECT my_programmes()) AND (into_id IS NULL OR into_id IN (SELECT programmes_of_seats())))));
CREATE POLICY programme_ending_step ON programme_ending FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR ((state = 'proposed'
      OR (state = 'agreed' AND failure IS NOT NULL)) AND (programme_id IN (SELECT programmes_of_seats()) OR into_id IN (SELECT programmes_of_seats())))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR state IN ('proposed', 'agreed', 'withdrawn')));

-- Every body that sits today in the seat of a party of either programme, and whether it has people to agree.
CREATE FUNCTION ending_sides(ending uuid) RETURNS TABLE (body_id uuid, people boolean) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT DISTINCT heir_of(p.body_id), body_has_accounts(heir_of(p.body_id)) FROM programme_ending e
    JOIN programme_party p ON p.home = e.home AND p.programme_id IN (e.programme_id, e.into_id)
    WHERE e.home = current_home() AND e.id = ending AND (is_system() OR e.programme_id IN (SELECT programmes_of_seats())
      OR e.into_id IN (SELECT programmes_of_seats()))
$$;
-- It is agreed only by all who have people.
CREATE FUNCTION keep_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('agreed', 'applied') AND EXISTS (SELECT FROM ending_sides(NEW.id) s WHERE s.people AND NOT EXISTS (
      SELECT FROM programme_ending_agreement a WHERE a.home = NEW.home AND a.ending_id = NEW.id AND a.body_id = s.body_id)) THEN
    RAISE EXCEPTION 'the end of a programme is agreed by every party' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_ending_agreed BEFORE UPDATE ON programme_ending FOR EACH ROW EXECUTE FUNCTION keep_ending();

ALTER TABLE programme_ending_agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_ending_agreement_read ON programme_ending_agreement FOR SELECT USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR ending_id IN (SELECT id FROM programme_ending)));
CREATE POLICY programme_ending_agreement_give ON programme_ending_agreement FOR INSERT WITH CHECK (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT heir_of(current_body())) AND account_id = (SELECT current_account())
    AND ending_id IN (SELECT id FROM programme_ending WHERE state = 'proposed'))));

ALTER TABLE clause_origin ENABLE ROW LEVEL SECURITY;
CREATE POLICY clause_origin_read ON clause_origin FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR programme_id IN (SELECT programmes_of_seats()) OR from_programme IN (SELECT programmes_of_seats())));
CREATE POLICY clause_origin_record ON clause_origin FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));

-- Who reads the end of a programme reads its paper.
CREATE POLICY file_of_ending ON file FOR SELECT USING (home = (SELECT current_home())
  AND (id, owner_body) IN (SELECT paper_file, proposed_by FROM programme_ending));

GRANT SELECT, INSERT ON programme_ending, programme_ending_agreement, clause_origin TO phoihop_app;
GRANT UPDATE (state, failure, version) ON programme_ending TO phoihop_app;

-- A next programme goes on with those of every seat of its parties.
ALTER POLICY programme_continues_read ON programme_continues USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR programme_id IN (SELECT my_programmes()) OR earlier_id IN (SELECT programmes_of_seats())));
ALTER POLICY programme_continues_enter ON programme_continues WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (earlier_id IN (SELECT programmes_of_seats())
    AND programme_id IN (SELECT p.id FROM programme p WHERE p.accepted_by = (SELECT current_account())))));

-- An item that was left open in a programme is gone on with in the one that it was merged into.
ALTER TABLE plan_item DROP CONSTRAINT plan_item_home_carried_from_programme_id_fkey,
  ADD FOREIGN KEY (home, carried_from) REFERENCES plan_item (home, id);
