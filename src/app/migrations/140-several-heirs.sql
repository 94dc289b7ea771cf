-- Several heirs of one body. Each takes what was chosen for it, by kind and where needed piece by piece. All of them sit in the seat of
-- the body that is no more, and there each reads and works on what passed to it and on nothing else. No row of the past is changed:
-- who holds a piece is asked of one function, `holder_of`, which knows nothing but the choices that the bodies concerned agreed to.

-- Who takes what, chosen when a reorganisation is drafted; it holds once the event is applied. A piece of its own where one is named.
CREATE TABLE holding_passing (
  home uuid NOT NULL DEFAULT current_home(),
  reorganisation_id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('programme', 'plan-item', 'duty', 'request', 'petition', 'supervision', 'construction',
    'movement', 'honours', 'papers', 'cascade', 'people', 'other')),
  -- A programme, an item of a plan, a commitment to inform, a request, a petition, a supervision, a work, a movement, a register book.
  piece_id uuid CHECK (piece_id IS NULL OR kind NOT IN ('honours', 'cascade', 'people', 'other')),
  heir_id uuid NOT NULL,
  applied boolean NOT NULL DEFAULT false,
  UNIQUE NULLS NOT DISTINCT (home, reorganisation_id, body_id, kind, piece_id),
  CHECK (body_id <> heir_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);
CREATE UNIQUE INDEX holding_passing_holds ON holding_passing (home, body_id, kind, piece_id) NULLS NOT DISTINCT WHERE applied;

-- Who sits in the seat besides the one that `body_succession` names.
CREATE TABLE body_co_heir (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  heir_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL,
  PRIMARY KEY (home, body_id, heir_id),
  CHECK (body_id <> heir_id),
  FOREIGN KEY (home, body_id) REFERENCES body_succession (home, body_id),
  FOREIGN KEY (home, heir_id) REFERENCES body (home, id),
  FOREIGN KEY (home, reorganisation_id) REFERENCES reorganisation (home, id)
);
CREATE INDEX body_co_heir_heir ON body_co_heir (home, heir_id);

-- How many open pieces of a kind go to which heir.
ALTER TABLE reorganisation_count DROP CONSTRAINT reorganisation_count_pkey, ADD heir_id uuid,
  ADD UNIQUE NULLS NOT DISTINCT (home, reorganisation_id, body_id, kind, heir_id);

-- Who follows, step by step along the indexes: the body itself, and everybody who ever sat in its seat.
CREATE FUNCTION line_of(body uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 3 AS $$
  WITH RECURSIVE line AS (
    SELECT body AS id
    UNION
    SELECT next.heir_id FROM line CROSS JOIN LATERAL (
      SELECT s.heir_id FROM body_succession s WHERE s.home = current_home() AND s.body_id = line.id
      UNION ALL SELECT c.heir_id FROM body_co_heir c WHERE c.home = current_home() AND c.body_id = line.id) next
  ) SELECT id FROM line
$$;
-- Those who sit in the seat of a body today, itself where nobody follows it.
CREATE FUNCTION heirs_of(body uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 2 AS $$
  SELECT id FROM line_of(body) id WHERE NOT EXISTS (SELECT FROM body_succession s WHERE s.home = current_home() AND s.body_id = id)
$$;
-- The seats that a body sits in besides its own, and those through which they came to it.
CREATE FUNCTION seats_of(heir uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 5 AS $$
  WITH RECURSIVE line AS (
    SELECT heir AS id
    UNION
    SELECT past.body_id FROM line CROSS JOIN LATERAL (
      SELECT s.body_id FROM body_succession s WHERE s.home = current_home() AND s.heir_id = line.id
      UNION ALL SELECT c.body_id FROM body_co_heir c WHERE c.home = current_home() AND c.heir_id = line.id) past
  ) SELECT id FROM line WHERE id <> heir
$$;
-- The one body that sits in a seat; null where several do, so that nobody who asks for one is told the wrong one.
CREATE OR REPLACE FUNCTION heir_of(body uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN count(*) = 1 THEN min(h::text)::uuid END FROM heirs_of(body) h
$$;
-- Who holds a piece, or what else there is of its kind, of what a body held.
CREATE FUNCTION holder_of(seat uuid, wanted text, piece uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  at uuid := seat;
  next uuid;
  shared boolean;
BEGIN
  FOR step IN 1..99 LOOP
    SELECT s.heir_id, EXISTS (SELECT FROM body_co_heir c WHERE c.home = s.home AND c.body_id = s.body_id) INTO next, shared
      FROM body_succession s WHERE s.home = current_home() AND s.body_id = at;
    EXIT WHEN NOT FOUND;
    IF shared THEN
      next := coalesce(
        (SELECT p.heir_id FROM holding_passing p WHERE p.home = current_home() AND p.body_id = at AND p.kind = wanted
          AND p.piece_id = piece AND p.applied),
        (SELECT p.heir_id FROM holding_passing p WHERE p.home = current_home() AND p.body_id = at AND p.kind = wanted
          AND p.piece_id IS NULL AND p.applied));
      IF next IS NULL THEN RETURN NULL; END IF;
    END IF;
    at := next;
  END LOOP;
  RETURN at;
END $$;
-- Under whose name a body stands in a programme on a day; asked of no programme, under that of who sits in its seat and asks, else of the first.
CREATE FUNCTION holder_on(seat uuid, programme uuid, day date) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  at uuid := seat;
  next uuid;
  sitting uuid := CASE WHEN seat = current_body() THEN sitting_body() END;
BEGIN
  FOR step IN 1..99 LOOP
    SELECT coalesce(
        (SELECT p.heir_id FROM holding_passing p WHERE p.home = s.home AND p.body_id = at AND p.kind = 'programme'
          AND p.piece_id = programme AND p.applied),
        (SELECT p.heir_id FROM holding_passing p WHERE p.home = s.home AND p.body_id = at AND p.kind = 'programme'
          AND programme IS NOT NULL AND p.piece_id IS NULL AND p.applied),
        (SELECT c.heir_id FROM body_co_heir c WHERE c.home = s.home AND c.body_id = at
          AND sitting IN (SELECT heirs_of(c.heir_id)) LIMIT 1),
        s.heir_id) INTO next
      FROM body_succession s WHERE s.home = current_home() AND s.body_id = at AND s.effective_on <= day;
    EXIT WHEN NOT FOUND;
    at := next;
  END LOOP;
  RETURN at;
END $$;

-- The body of the person who asks, where it sits in the seat that is asked for; null for everybody else.
CREATE OR REPLACE FUNCTION sitting_body() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.body_id FROM account a WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
    AND a.body_id IN (SELECT heirs_of(current_body()))
$$;
-- Whose people sit in a seat, for who asks: in the seat that is taken their own, of those who share it no others.
CREATE FUNCTION seated_in(seat uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN seat = current_body() THEN sitting_body() ELSE heir_of(seat) END
$$;
-- Whether everything of the seat is with who sits there: so in the own body, and where one body succeeded another.
CREATE FUNCTION whole_seat() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF is_system() OR NOT EXISTS (SELECT FROM body_succession s WHERE s.home = current_home() AND s.body_id = current_body()) THEN
    RETURN true;
  END IF;
  RETURN heir_of(current_body()) IS NOT NULL;
END $$;
CREATE FUNCTION holds_piece(wanted text, piece uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(holder_of(current_body(), wanted, piece) = sitting_body(), false)
$$;
-- In a seat with several heirs: whether a kind passed to who asks; and the pieces of it that passed otherwise than their kind.
CREATE FUNCTION share_of(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT holds_piece(wanted, NULL)
$$;
CREATE FUNCTION apart_of(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20 AS $$
  SELECT DISTINCT p.piece_id FROM holding_passing p WHERE p.home = current_home() AND p.body_id IN (SELECT line_of(current_body()))
    AND p.kind = wanted AND p.piece_id IS NOT NULL AND p.applied AND holds_piece(wanted, p.piece_id) <> share_of(wanted)
$$;

-- The programmes in which who asks goes on as the party; those that it works in besides, since an item passed to it; and those that it
-- reads, since a duty did.
CREATE FUNCTION held_programmes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT programme_id FROM programme_party WHERE home = current_home() AND body_id = current_body()
    AND holds_piece('programme', programme_id)
$$;
CREATE FUNCTION worked_programmes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held_programmes()
  UNION SELECT programme_id FROM programme_party WHERE home = current_home() AND body_id = current_body() AND share_of('plan-item')
  UNION SELECT i.programme_id FROM plan_item i WHERE i.home = current_home() AND i.id IN (SELECT apart_of('plan-item'))
    AND holds_piece('plan-item', i.id)
$$;
CREATE FUNCTION read_programmes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT worked_programmes()
  UNION SELECT programme_id FROM programme_party WHERE home = current_home() AND body_id = current_body() AND share_of('duty')
  UNION SELECT c.programme_id FROM commitment c WHERE c.home = current_home() AND c.id IN (SELECT apart_of('duty'))
    AND holds_piece('duty', c.id)
$$;
CREATE OR REPLACE FUNCTION my_programmes() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT programme_id FROM programme_party WHERE home = current_home() AND body_id = current_body()
    AND ((SELECT whole_seat()) OR programme_id IN (SELECT read_programmes()))
$$;

CREATE OR REPLACE FUNCTION acts_for_body(account uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS
  $$ SELECT is_of_body(account, body) OR is_of_body(account, seated_in(body)) $$;
CREATE OR REPLACE FUNCTION holds_role(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR (wanted <> 'administrator' AND a.body_id = sitting_body()))
      AND wanted = ANY (p.roles) AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true))
$$;
CREATE OR REPLACE FUNCTION my_handling_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM post p JOIN account a ON a.home = p.home AND a.id = p.account_id
    JOIN unit u ON u.home = p.home AND u.body_id IN (current_body(), a.body_id)
    WHERE p.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id = sitting_body())
      AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
      AND (p.unit_id = unit_heir_of(u.id) OR p.unit_id = u.id OR (p.unit_id IS NULL AND 'leader' = ANY (p.roles)))
$$;
CREATE OR REPLACE FUNCTION body_signs_in(body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.home = current_home() AND a.body_id IN (SELECT heirs_of(body)) AND a.disabled_at IS NULL
    AND (a.demo OR EXISTS (SELECT FROM session s WHERE s.home = a.home AND s.account_id = a.id)))
$$;
CREATE OR REPLACE FUNCTION is_by_post(programme uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT NOT body_signs_in(holder_of(body, 'programme', programme)) OR coalesce((SELECT p.way = 'by-post' FROM participation p
    WHERE p.home = current_home() AND p.programme_id = programme AND p.body_id = body
      AND p.since <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date ORDER BY p.since DESC, p.set_at DESC LIMIT 1), false)
$$;
CREATE OR REPLACE FUNCTION is_open_below(programme uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM programme_open_below o WHERE o.home = current_home() AND o.programme_id = programme AND o.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM programme_party p WHERE p.home = current_home() AND p.programme_id = programme
      AND body_has_accounts(holder_of(p.body_id, 'programme', programme)) AND NOT EXISTS (SELECT FROM programme_open_below o
        WHERE o.home = p.home AND o.programme_id = p.programme_id AND o.body_id = p.body_id AND o.closed_at IS NULL))
$$;
-- Who ever sat in the seat on the way to who sits there now; of those who share it, none.
CREATE OR REPLACE FUNCTION sitting_line() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM line_of(current_body()) id
  WHERE sitting_body() IS NOT NULL AND (id = sitting_body() OR id IN (SELECT seats_of(sitting_body())))
$$;
CREATE OR REPLACE FUNCTION my_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT current_body()
  UNION
  SELECT seat FROM account a, LATERAL (SELECT a.body_id AS seat UNION ALL SELECT seats_of(a.body_id)) own
    WHERE a.home = current_home() AND a.id = current_account() AND a.disabled_at IS NULL
      AND (a.body_id = current_body() OR a.body_id = sitting_body())
      AND EXISTS (SELECT FROM post p WHERE p.home = a.home AND p.account_id = a.id
        AND coalesce(p.from_on <= vn_today(), true) AND coalesce(p.to_on >= vn_today(), true)
        AND p.roles && ARRAY['officer', 'head', 'leader', 'clerk', 'viewer'])
$$;
-- A programme is read from a seat where it passed to who sits there.
CREATE FUNCTION passed_to_me(seat uuid, programme uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(seat = current_body() AND whole_seat(), false)
    OR coalesce(holder_of(seat, 'programme', programme) = sitting_body(), false)
$$;
CREATE OR REPLACE FUNCTION seat_at(programme uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT body_id FROM programme_party WHERE home = current_home() AND programme_id = programme AND body_id IN (SELECT my_seats())
      AND passed_to_me(body_id, programme_id)
    ORDER BY body_id = current_body() DESC, position LIMIT 1
$$;
CREATE OR REPLACE FUNCTION programmes_of_seats() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT programme_id FROM programme_party WHERE home = current_home() AND body_id IN (SELECT my_seats())
    AND passed_to_me(body_id, programme_id)
$$;
CREATE OR REPLACE FUNCTION ending_sides(ending uuid) RETURNS TABLE (body_id uuid, people boolean) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT DISTINCT holder.id, body_has_accounts(holder.id) FROM programme_ending e
    JOIN programme_party p ON p.home = e.home AND p.programme_id IN (e.programme_id, e.into_id)
    CROSS JOIN LATERAL (SELECT holder_of(p.body_id, 'programme', p.programme_id) AS id) holder
    WHERE e.home = current_home() AND e.id = ending AND (is_system() OR e.programme_id IN (SELECT programmes_of_seats())
      OR e.into_id IN (SELECT programmes_of_seats()))
$$;
ALTER POLICY programme_ending_agreement_give ON programme_ending_agreement WITH CHECK (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT sitting_body()) AND account_id = (SELECT current_account())
    AND ending_id IN (SELECT id FROM programme_ending WHERE state = 'proposed'))));

-- Figures that are added up past row-level security: in a shared seat for who took the programme, or the kind.
CREATE FUNCTION counts_programme(programme uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT programme IN (SELECT my_programmes()) AND (whole_seat() OR programme IN (SELECT held_programmes()))
$$;
DO $$
DECLARE found record;
BEGIN
  FOR found IN SELECT p.oid, pg_get_functiondef(p.oid) AS text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND p.proname IN ('honour_names_destroyed', 'honour_programme_counts', 'petition_names_destroyed', 'splits_of_clauses',
        'issued_papers', 'told_packages', 'places_over') LOOP
    IF found.text NOT LIKE '%programme IN (SELECT my_programmes())%' THEN
      RAISE EXCEPTION 'nothing to narrow in %', found.oid::regproc;
    END IF;
    EXECUTE replace(found.text, 'programme IN (SELECT my_programmes())', 'counts_programme(programme)');
  END LOOP;
  FOR found IN SELECT p.oid, pg_get_functiondef(p.oid) AS text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND p.proname IN ('honour_counts', 'benefits_in_village') LOOP
    IF found.text NOT LIKE '%WHERE home = current_home()%' AND found.text NOT LIKE '%WHERE b.home = current_home()%' THEN
      RAISE EXCEPTION 'nothing to narrow in %', found.oid::regproc;
    END IF;
    EXECUTE regexp_replace(found.text, 'WHERE (b\.)?home = current_home\(\)',
      'WHERE \1home = current_home() AND (whole_seat() OR share_of(''honours''))', 'g');
  END LOOP;
END $$;
-- Files that are read for the register and hang on nothing yet.
CREATE FUNCTION files_read() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT file_id FROM file_reading WHERE home = current_home() AND body_id = current_body()
$$;
-- Whether an activity is worked on by who asks: by the items that it counts under, else by its programme.
CREATE FUNCTION holds_activity(activity uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM activity_item i WHERE i.home = current_home() AND i.activity_id = activity)
    THEN EXISTS (SELECT FROM activity_item i WHERE i.home = current_home() AND i.activity_id = activity AND holds_piece('plan-item', i.item_id))
    ELSE EXISTS (SELECT FROM activity a WHERE a.home = current_home() AND a.id = activity AND holds_piece('programme', a.programme_id)) END
$$;
-- Whether a record passed to who asks that hangs on another: by the piece which that belongs to. What is not known here passed to nobody.
CREATE FUNCTION holds_record(record_kind text, record uuid, programme uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  CASE
    WHEN record_kind IN ('petition', 'petition-urging', 'petition-sender') THEN RETURN holds_piece('petition', record);
    WHEN record_kind = 'plan-item' THEN RETURN holds_piece('plan-item', record);
    WHEN record_kind IN ('activity', 'activity-personal') THEN RETURN holds_activity(record);
    WHEN record_kind = 'package' THEN RETURN EXISTS (SELECT FROM exchange_package p WHERE p.home = current_home() AND p.id = record
      AND CASE WHEN p.from_body = current_body() THEN holds_piece('duty', p.commitment_id)
        ELSE holds_piece('programme', p.programme_id) END);
    WHEN record_kind IN ('request', 'request-urging') THEN RETURN EXISTS (SELECT FROM exchange_request r WHERE r.home = current_home()
      AND r.id = record AND CASE WHEN r.from_body = current_body() THEN holds_piece('request', r.id)
        ELSE holds_piece('programme', r.programme_id) END);
    WHEN record_kind = 'supervision' THEN RETURN holds_piece('supervision', record);
    WHEN record_kind = 'finding' THEN RETURN EXISTS (SELECT FROM finding f WHERE f.home = current_home() AND f.id = record
      AND holds_piece('supervision', f.supervision_id));
    WHEN record_kind = 'construction' THEN RETURN holds_piece('construction', record);
    WHEN record_kind = 'movement' THEN RETURN holds_piece('movement', record);
    WHEN record_kind IN ('recognition', 'recognition-list', 'benefit', 'honour-gathering', 'commendation', 'commendation-names') THEN
      RETURN share_of('honours');
    WHEN record_kind = 'incoming' THEN RETURN coalesce((SELECT holds_piece('papers', i.book_id) FROM incoming i
      WHERE i.home = current_home() AND i.id = record), share_of('papers'));
    WHEN record_kind IN ('paper', 'official-paper') THEN RETURN EXISTS (SELECT FROM paper p WHERE p.home = current_home() AND p.id = record
      AND holds_record(p.source_kind, p.source_id, p.programme_id));
    -- A paper that was handed in as it is.
    WHEN record_kind = 'file' THEN RETURN CASE WHEN programme IS NULL THEN share_of('papers') ELSE holds_piece('programme', programme) END;
    WHEN record_kind IN ('template', 'copy', 'ask', 'answer') THEN RETURN share_of('cascade');
    WHEN record_kind IN ('authorisation', 'account', 'post') THEN RETURN share_of('people');
    WHEN record_kind = 'dissemination' THEN RETURN share_of('other');
    WHEN record_kind = 'import' THEN RETURN coalesce((SELECT holds_piece('programme', d.programme_id) FROM import_draft d
      WHERE d.home = current_home() AND d.id = record), share_of('programme'));
    WHEN record_kind = 'programme' THEN RETURN holds_piece('programme', record);
    WHEN record_kind = 'clearance' THEN RETURN EXISTS (SELECT FROM clearance c WHERE c.home = current_home() AND c.id = record
      AND holds_record(c.subject_kind, c.subject_id, c.programme_id));
    WHEN record_kind = 'instruction' THEN RETURN EXISTS (SELECT FROM instruction i WHERE i.home = current_home() AND i.id = record
      AND holds_record('clearance', i.clearance_id, i.programme_id));
    WHEN record_kind IN ('plan', 'plan-proposal', 'review', 'review-part', 'amendment', 'meeting', 'conclusion', 'focal-point', 'member',
      'working-group', 'indicator', 'own-kind', 'directive', 'outcome-report', 'programme-ending', 'renewal') THEN
      RETURN holds_piece('programme', coalesce(programme, programme_of(record_kind, record)));
    ELSE RETURN false;
  END CASE;
END $$;
-- The programme that a record of it stands in.
CREATE FUNCTION programme_of(record_kind text, record uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE record_kind
    WHEN 'plan' THEN (SELECT programme_id FROM plan WHERE home = current_home() AND id = record)
    WHEN 'plan-proposal' THEN (SELECT programme_id FROM plan_proposal WHERE home = current_home() AND id = record)
    WHEN 'review' THEN (SELECT programme_id FROM review WHERE home = current_home() AND id = record)
    WHEN 'review-part' THEN (SELECT r.programme_id FROM review_part p JOIN review r ON r.home = p.home AND r.id = p.review_id
      WHERE p.home = current_home() AND p.id = record)
    WHEN 'amendment' THEN (SELECT programme_id FROM amendment WHERE home = current_home() AND id = record)
    WHEN 'meeting' THEN (SELECT programme_id FROM meeting WHERE home = current_home() AND id = record)
    WHEN 'conclusion' THEN (SELECT programme_id FROM conclusion WHERE home = current_home() AND id = record)
    WHEN 'focal-point' THEN (SELECT programme_id FROM focal_point WHERE home = current_home() AND id = record)
    WHEN 'member' THEN (SELECT programme_id FROM working_group_member WHERE home = current_home() AND id = record)
    WHEN 'working-group' THEN (SELECT programme_id FROM working_group WHERE home = current_home() AND id = record)
    WHEN 'indicator' THEN (SELECT programme_id FROM working_indicator WHERE home = current_home() AND id = record)
    WHEN 'own-kind' THEN (SELECT programme_id FROM own_kind WHERE home = current_home() AND id = record)
    WHEN 'directive' THEN (SELECT programme_id FROM directive WHERE home = current_home() AND id = record)
    WHEN 'outcome-report' THEN (SELECT programme_id FROM outcome_report WHERE home = current_home() AND id = record)
    WHEN 'programme-ending' THEN (SELECT programme_id FROM programme_ending WHERE home = current_home() AND id = record)
    WHEN 'renewal' THEN (SELECT programme_id FROM renewal_decision WHERE home = current_home() AND id = record)
  END
$$;

-- What can be given to another heir than its kind, of what a body still works on. Within the rights of who asks.
CREATE FUNCTION open_pieces(seat uuid) RETURNS TABLE (kind text, id uuid, title text, programme_id uuid) LANGUAGE sql STABLE AS $$
  SELECT 'programme', p.id, coalesce(p.number || ' · ', '') || p.title, p.id FROM programme p
    JOIN programme_party q ON q.home = p.home AND q.programme_id = p.id AND q.body_id = seat
  UNION ALL SELECT 'plan-item', i.id, i.position || '. ' || i.title, i.programme_id FROM plan_item i
    JOIN plan p ON p.home = i.home AND p.id = i.plan_id
    WHERE (seat = ANY (i.lead_bodies) OR seat = ANY (i.support_bodies)) AND i.closed_at IS NULL AND i.dropped_reason IS NULL
  UNION ALL SELECT DISTINCT 'duty', c.id, c.clause_path || ' · ' || c.text, c.programme_id FROM exchange_package e
    JOIN commitment c ON c.home = e.home AND c.id = e.commitment_id WHERE e.from_body = seat AND c.ended_by IS NULL
  UNION ALL SELECT 'request', r.id, r.to_name || ': ' || r.content, r.programme_id FROM exchange_request r
    WHERE r.from_body = seat AND r.removed_at IS NULL AND r.state <> 'answered'
  UNION ALL SELECT 'petition', p.id, coalesce(p.code || ' · ', '') || p.subject, p.programme_id FROM petition p
    WHERE p.body_id = seat AND p.closed_on IS NULL
  UNION ALL SELECT 'supervision', s.id, s.title, s.programme_id FROM supervision s WHERE s.body_id = seat AND s.closed_on IS NULL
  UNION ALL SELECT 'construction', c.id, c.name, NULL FROM construction c WHERE c.body_id = seat
  UNION ALL SELECT 'movement', m.id, m.title, m.programme_id FROM movement m
    WHERE m.body_id = seat AND m.ended_on IS NULL AND m.removed_at IS NULL
  UNION ALL SELECT 'papers', b.id, b.key, NULL FROM register_book b WHERE b.body_id = seat
$$;

-- What who asks sees of a table, and which files and works by what names them. They are functions, so that a query that needs no
-- wall within a seat does not plan the walls of all these tables; in one that does each is asked once.
CREATE FUNCTION seen_in(name text) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT id FROM %I', name);
END $$;
CREATE FUNCTION constructions_overseen() RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT construction_id FROM supervision WHERE construction_id IS NOT NULL
$$;
CREATE FUNCTION files_hung() RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT file_id FROM paper_act UNION SELECT file_id FROM paper_sending UNION SELECT paper_file FROM programme_ending
  UNION SELECT source_id FROM paper WHERE source_kind = 'file' UNION SELECT file_id FROM paper_copy UNION SELECT file_id FROM incoming
  UNION SELECT file_id FROM import_draft UNION SELECT files_read() WHERE share_of('papers')
$$;

-- The wall within a seat. Where everything is with who sits there nothing is asked further; where it is shared, every table shows and
-- takes what passed to them. A table that is known to the site, or of the person alone, needs none: test/access/shared-seat.ts names them.
CREATE PROCEDURE share_table(name text, whom text, commands text[] DEFAULT ARRAY['ALL']) LANGUAGE plpgsql AS $$
DECLARE
  command text;
  rule text := format('(SELECT whole_seat()) OR (%s)', whom);
BEGIN
  FOREACH command IN ARRAY commands LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR %s %s', name || '_share_' || lower(command), name, command,
      CASE command WHEN 'INSERT' THEN format('WITH CHECK (%s)', rule) WHEN 'ALL' THEN format('USING (%s) WITH CHECK (%s)', rule, rule)
        ELSE format('USING (%s)', rule) END);
  END LOOP;
END $$;
DO $$
DECLARE
  write text[] := ARRAY['INSERT', 'UPDATE', 'DELETE'];
  one text;
  -- A kind as a whole; a piece of it, by the column that names it; a programme, likewise.
  kind text := '(SELECT share_of(%L))';
  piece text := '(SELECT share_of(%L)) <> (%I IN (SELECT apart_of(%L)))';
  held text := '%I IN (SELECT held_programmes())';
  seen text := '%I IN (SELECT seen_in(%L))';
  own text := '(SELECT current_body())';
BEGIN
  -- The text, the plan and what was done are read by whoever took something of them; the party itself is one of the heirs.
  CALL share_table('programme', format(held, 'id') , ARRAY['UPDATE', 'DELETE']);
  CALL share_table('programme', format(kind, 'programme'), ARRAY['INSERT']);
  CALL share_table('programme_party', format(kind, 'programme'), write);
  CALL share_table('clause', format(held, 'programme_id'), write);
  CALL share_table('commitment', format(held, 'programme_id'), write);
  CALL share_table('plan', format(held, 'programme_id') || $e$ OR state <> 'private'$e$, ARRAY['SELECT']);
  CALL share_table('plan', format(held, 'programme_id'), write);
  CALL share_table('plan_item', format(held, 'programme_id'), ARRAY['INSERT', 'DELETE']);
  CALL share_table('plan_item', format(piece, 'plan-item', 'id', 'plan-item'), ARRAY['UPDATE']);
  CALL share_table('activity', 'programme_id IN (SELECT worked_programmes())', ARRAY['INSERT']);
  CALL share_table('activity', 'holds_activity(id)', ARRAY['UPDATE', 'DELETE']);
  CALL share_table('activity_item', format(piece, 'plan-item', 'item_id', 'plan-item'), write);
  CALL share_table('activity_place', 'holds_activity(activity_id)', write);
  CALL share_table('told_split', 'holds_activity(activity_id)', write);
  -- How those reached are split stays with who recorded it.
  CALL share_table('activity_breakdown', 'holds_activity(activity_id)');
  CALL share_table('programme_ending', format(held, 'programme_id'), ARRAY['INSERT']);
  CALL share_table('participation', format(held, 'programme_id'), write);
  CALL share_table('own_kind', format(held, 'programme_id') || ' OR shared_at IS NOT NULL', ARRAY['SELECT']);
  CALL share_table('own_kind', format(held, 'programme_id'), write);
  CALL share_table('working_indicator', format(held, 'programme_id') || ' OR shared_at IS NOT NULL', ARRAY['SELECT']);
  CALL share_table('working_indicator', format(held, 'programme_id'), write);
  -- Of the rest of a programme who goes on as its party.
  FOREACH one IN ARRAY ARRAY['activity_merge', 'amendment', 'budget_line', 'budget_spending', 'conclusion', 'directive',
      'directive_activity', 'directive_clause', 'duty_passing', 'element_item', 'focal_point', 'meeting', 'outcome_cell', 'outcome_report',
      'parent_link', 'parent_text', 'plan_proposal', 'plan_version', 'programme_open_below',
      'renewal_decision', 'review', 'working_group', 'working_group_member'] LOOP
    CALL share_table(one, format(held, 'programme_id'));
  END LOOP;
  -- What was agreed, and what went by post, with what it is about.
  FOREACH one IN ARRAY ARRAY['agreement', 'paper_act', 'paper_sending'] LOOP
    CALL share_table(one, format(held, 'programme_id') || ' OR holds_record(subject_kind, subject_id, programme_id)');
  END LOOP;
  CALL share_table('conclusion_in_plan', format(seen, 'conclusion_id', 'conclusion'));
  CALL share_table('outcome_figure', format(seen, 'report_id', 'outcome_report'));
  CALL share_table('review_part_work', format(seen, 'id', 'review_part'));
  CALL share_table('import_draft', format('CASE WHEN programme_id IS NULL THEN %s ELSE %s END', format(kind, 'programme'),
    format(held, 'programme_id')));
  -- Information that is owed and requests by the piece; what others tell by the programme.
  CALL share_table('exchange_package', format('CASE WHEN from_body = %s THEN %s ELSE %s END', own,
    format(piece, 'duty', 'commitment_id', 'duty'), format(held, 'programme_id')));
  CALL share_table('exchange_request', format('CASE WHEN from_body = %s THEN %s ELSE %s END', own,
    format(piece, 'request', 'id', 'request'), format(held, 'programme_id')));
  -- What is kept by a body: by the piece; as far as it is shared with the parties of a programme, who is one of them reads it as they do.
  FOREACH one IN ARRAY ARRAY['petition', 'supervision', 'movement'] LOOP
    CALL share_table(one, format('(body_id = %s AND (%s)) OR (shared_at IS NOT NULL AND %s)', own, format(piece, one, 'id', one),
      format(held, 'programme_id')), ARRAY['SELECT']);
    CALL share_table(one, format(piece, one, 'id', one), write);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['petition_content', 'petition_step', 'petition_term'] LOOP
    CALL share_table(one, format(piece, 'petition', 'petition_id', 'petition'));
  END LOOP;
  CALL share_table('petition_referral', format(kind, 'petition'));
  FOREACH one IN ARRAY ARRAY['finding', 'step_finding', 'supervision_step', 'supervision_member', 'supervision_activity',
      'supervision_checked'] LOOP
    CALL share_table(one, format(seen, 'supervision_id', 'supervision'), ARRAY['SELECT']);
    CALL share_table(one, format(piece, 'supervision', 'supervision_id', 'supervision'), write);
  END LOOP;
  CALL share_table('supervision_report', format(kind, 'supervision'));
  -- Who oversees a work reads what it is.
  CALL share_table('construction', format('(body_id = %s AND (%s)) OR id IN (SELECT constructions_overseen())', own,
    format(piece, 'construction', 'id', 'construction')), ARRAY['SELECT']);
  CALL share_table('construction', format(piece, 'construction', 'id', 'construction'), write);
  CALL share_table('element_construction', format(piece, 'construction', 'construction_id', 'construction'));
  FOREACH one IN ARRAY ARRAY['movement_activity', 'movement_figure', 'movement_measure', 'movement_year'] LOOP
    CALL share_table(one, format(seen, 'movement_id', 'movement'), ARRAY['SELECT']);
    CALL share_table(one, format(piece, 'movement', 'movement_id', 'movement'), write);
  END LOOP;
  CALL share_table('commendation', format('(body_id = %s AND %s) OR (shared_at IS NOT NULL AND %s)', own, format(kind, 'honours'),
    format(held, 'programme_id')), ARRAY['SELECT']);
  CALL share_table('commendation', format(kind, 'honours'), write);
  CALL share_table('commendation_line', format(kind, 'honours') || ' OR (chosen AND commendation_id IN (SELECT told_commendations())
    AND ' || format(seen, 'commendation_id', 'commendation') || ')', ARRAY['SELECT']);
  CALL share_table('commendation_line', format(kind, 'honours'), write);
  FOREACH one IN ARRAY ARRAY['benefit', 'commendation_name', 'honour_gathering', 'recognition', 'recognition_consultation',
      'recognition_list', 'recognition_name'] LOOP
    CALL share_table(one, format(kind, 'honours'));
  END LOOP;
  FOREACH one IN ARRAY ARRAY['cascade_adaptation', 'cascade_answer', 'cascade_ask', 'cascade_copy', 'cascade_template'] LOOP
    CALL share_table(one, format(kind, 'cascade'));
  END LOOP;
  -- Registers by the book; a paper by what it was set from.
  CALL share_table('register_book', format(piece, 'papers', 'id', 'papers'));
  CALL share_table('register_entry', format(piece, 'papers', 'book_id', 'papers'));
  CALL share_table('incoming', format(piece, 'papers', 'book_id', 'papers'));
  CALL share_table('register_term', format(kind, 'papers'));
  CALL share_table('paper', format('CASE WHEN body_id = %s THEN holds_record(source_kind, source_id, programme_id) ELSE %s OR %s END', own,
    format(held, 'programme_id'), format(kind, 'papers')));
  FOREACH one IN ARRAY ARRAY['paper_copy', 'paper_party', 'dispatch'] LOOP
    CALL share_table(one, format(seen, 'paper_id', 'paper'));
  END LOOP;
  -- A file by what it hangs on; what hangs on nothing yet is with whose people handed it in.
  CALL share_table('file', format($e$CASE
    WHEN visibility = 'joint' AND programme_id IS NOT NULL AND (%1$s
      OR (subject_kind = 'activity' AND programme_id IN (SELECT my_programmes()))) THEN true
    WHEN owner_body <> %2$s THEN visibility <> 'joint'
    WHEN subject_kind IS NULL THEN is_of_body(created_by, (SELECT sitting_body())) OR %1$s OR id IN (SELECT files_hung())
    ELSE holds_record(subject_kind, subject_id, programme_id) END$e$, format(held, 'programme_id'), own), ARRAY['SELECT']);
  CALL share_table('file', format($e$CASE WHEN subject_kind IS NULL THEN is_of_body(created_by, (SELECT sitting_body()))
    ELSE holds_record(subject_kind, subject_id, programme_id) END$e$), write);
  CALL share_table('file_reading', format(seen, 'file_id', 'file'));
  CALL share_table('responsibility', 'holds_record(subject_kind, subject_id, NULL)');
  CALL share_table('clearance', 'holds_record(subject_kind, subject_id, programme_id)');
  CALL share_table('instruction', format(seen, 'clearance_id', 'clearance'));
  CALL share_table('dissemination', format(kind, 'other'));
  -- What says who did what: the own, and what was before the division for who took over the people.
  CALL share_table('audit', 'account_id = (SELECT current_account())', ARRAY['SELECT']);
  CALL share_table('access_log', format('is_of_body(account_id, (SELECT sitting_body())) OR (%s AND is_of_body(account_id, %s))',
    format(kind, 'people'), own), ARRAY['SELECT']);
  CALL share_table('authorisation', format('body_id <> %s OR %s', own, format(kind, 'people')));
  CALL share_table('reminder_escalation', format(kind, 'people'));
  CALL share_table('unit', format(kind, 'people'), write);
END $$;
DROP PROCEDURE share_table;

ALTER TABLE holding_passing ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION inherits_by(event uuid, body uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM holding_passing p WHERE p.home = current_home() AND p.reorganisation_id = event AND p.body_id = body
    AND p.heir_id IN (current_body(), sitting_body()))
$$;
-- The choice is known to the body that ends and to its heirs, of single pieces to the one that takes them.
CREATE POLICY holding_passing_read ON holding_passing FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (body_id = (SELECT current_body()) AND (SELECT whole_seat()))
  OR heir_id IN ((SELECT current_body()), (SELECT sitting_body())) OR (piece_id IS NULL AND inherits_by(reorganisation_id, body_id))));
CREATE POLICY holding_passing_draft ON holding_passing FOR INSERT WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
  OR (NOT applied AND (SELECT answers_for_body()) AND reorganisation_id IN (SELECT r.id FROM reorganisation r
    WHERE r.home = holding_passing.home AND r.state = 'draft' AND r.created_by = (SELECT current_account())
      AND r.concerned @> ARRAY[holding_passing.body_id, holding_passing.heir_id]))));
CREATE POLICY holding_passing_apply ON holding_passing FOR UPDATE USING (home = (SELECT current_home()) AND (SELECT is_system()));
ALTER TABLE body_co_heir ENABLE ROW LEVEL SECURITY;
CREATE POLICY body_co_heir_read ON body_co_heir FOR SELECT USING (home = (SELECT current_home()) AND ((SELECT is_system())
  OR body_id = (SELECT current_body()) OR heir_id IN ((SELECT current_body()), (SELECT sitting_body()))));
CREATE POLICY body_co_heir_record ON body_co_heir FOR INSERT WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
GRANT SELECT, INSERT ON holding_passing, body_co_heir TO phoihop_app;
GRANT UPDATE (applied) ON holding_passing TO phoihop_app;
