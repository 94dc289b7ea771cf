-- What leaves, by which way and what became of it; and what comes in, registered under the own number of the year.

CREATE TABLE dispatch (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  paper_id uuid NOT NULL,
  from_body uuid NOT NULL,
  -- A body of the site; null where it is none.
  to_body uuid,
  to_name text NOT NULL CHECK (to_name <> ''),
  way text NOT NULL CHECK (way IN ('inside', 'mail', 'zip', 'post')),
  -- Where a letter by mail goes.
  mail_to text,
  sent_at timestamptz NOT NULL,
  sent_by uuid NOT NULL,
  -- By mail: what became of the letter.
  fate text CHECK (fate IN ('sent', 'not-sent', 'unknown')),
  received_at timestamptz,
  returned_at timestamptz,
  returned_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((way = 'inside') <= (to_body IS NOT NULL) AND (way = 'mail') = (mail_to IS NOT NULL)),
  CHECK (fate IS NULL OR way = 'mail'),
  CHECK (received_at IS NULL OR returned_at IS NULL),
  CHECK ((returned_at IS NULL) = (returned_reason IS NULL)),
  FOREIGN KEY (home, paper_id) REFERENCES paper (home, id),
  FOREIGN KEY (home, to_body) REFERENCES body (home, id)
);
CREATE INDEX dispatch_paper ON dispatch (home, paper_id);
CREATE UNIQUE INDEX dispatch_inside ON dispatch (home, paper_id, to_body) WHERE way = 'inside' AND returned_at IS NULL;
CREATE INDEX dispatch_to ON dispatch (home, to_body, received_at);

CREATE TABLE incoming (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  book_id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  arrived_on date NOT NULL,
  -- Of the own site: the paper itself.
  dispatch_id uuid,
  paper_id uuid,
  issuer text NOT NULL CHECK (issuer <> ''),
  cited text NOT NULL CHECK (cited <> ''),
  dated date NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  subject text NOT NULL CHECK (subject <> '' AND length(subject) <= 500),
  file_id uuid,
  sha256 text,
  -- What it is about, where that is a duty or work of a programme.
  programme_id uuid,
  clause_path text,
  -- Đơn vị chủ trì, phối hợp, thời hạn (NĐ 30/2020/NĐ-CP, Điều 23).
  lead_unit uuid,
  support_units uuid[] NOT NULL DEFAULT '{}',
  due_on date,
  settled_on date,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(issuer || ' ' || cited || ' ' || subject)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, book_id, number),
  CHECK ((file_id IS NULL) = (sha256 IS NULL) OR paper_id IS NOT NULL),
  CHECK (lead_unit IS NOT NULL OR (due_on IS NULL AND settled_on IS NULL AND support_units = '{}')),
  CHECK (clause_path IS NULL OR programme_id IS NOT NULL),
  FOREIGN KEY (home, book_id) REFERENCES register_book (home, id),
  FOREIGN KEY (home, dispatch_id) REFERENCES dispatch (home, id),
  FOREIGN KEY (home, paper_id) REFERENCES paper (home, id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id),
  FOREIGN KEY (home, lead_unit) REFERENCES unit (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path)
);
-- The same paper that comes again: by its bytes, or by number, day and issuer.
CREATE UNIQUE INDEX incoming_bytes ON incoming (home, body_id, sha256) WHERE sha256 IS NOT NULL;
CREATE UNIQUE INDEX incoming_cited ON incoming (home, body_id, upper(cited), dated, vn_fold(issuer));
CREATE INDEX incoming_open ON incoming (home, body_id, due_on) WHERE settled_on IS NULL;
CREATE INDEX incoming_words ON incoming USING gin (words);

-- Papers that were sent to the own body within the site and not sent back.
CREATE FUNCTION received_papers() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT paper_id FROM dispatch WHERE home = current_home() AND to_body = current_body() AND way = 'inside' AND returned_at IS NULL
$$;
CREATE POLICY paper_received ON paper FOR SELECT USING (home = (SELECT current_home()) AND id IN (SELECT received_papers()));
CREATE POLICY paper_party_received ON paper_party FOR SELECT
  USING (home = (SELECT current_home()) AND paper_id IN (SELECT received_papers()));
CREATE POLICY paper_copy_received ON paper_copy FOR SELECT
  USING (home = (SELECT current_home()) AND paper_id IN (SELECT received_papers()));

ALTER TABLE dispatch ENABLE ROW LEVEL SECURITY;
CREATE POLICY dispatch_read ON dispatch FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR from_body = (SELECT current_body()) OR paper_id IN (SELECT my_papers())
    OR (to_body = (SELECT current_body()) AND way = 'inside')));
CREATE POLICY dispatch_send ON dispatch FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body())
    AND paper_id IN (SELECT own_papers()) AND received_at IS NULL AND returned_at IS NULL)));
CREATE POLICY dispatch_answer ON dispatch FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (to_body = (SELECT current_body()) AND way = 'inside')));
ALTER TABLE incoming ENABLE ROW LEVEL SECURITY;
CREATE POLICY incoming_own ON incoming FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

-- What was received stays received, and what went back stays back.
CREATE FUNCTION keep_answered_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an answered sending does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER dispatch_stays BEFORE UPDATE ON dispatch
  FOR EACH ROW WHEN (OLD.received_at IS NOT NULL OR OLD.returned_at IS NOT NULL) EXECUTE FUNCTION keep_answered_dispatch();

GRANT SELECT, INSERT ON dispatch, incoming TO phoihop_app;
GRANT UPDATE (fate, received_at, returned_at, returned_reason, version) ON dispatch TO phoihop_app;
GRANT UPDATE (programme_id, clause_path, lead_unit, support_units, due_on, settled_on, version) ON incoming TO phoihop_app;

-- Who signs, as printed on the frozen file: part of what Phụ lục VI asks to go with it.
ALTER TABLE paper ADD signers jsonb NOT NULL DEFAULT '[]';
GRANT UPDATE (signers) ON paper TO phoihop_app;
