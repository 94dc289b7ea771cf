-- One official paper as a record: prepared from what was agreed, frozen bit for bit, signed, numbered, sealed and issued.

CREATE TABLE paper (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  -- Who leads: its register gives the number.
  body_id uuid NOT NULL,
  programme_id uuid,
  -- What it is set from; 'file' where it was written elsewhere and handed in as a PDF.
  source_kind text NOT NULL CHECK (source_kind <> ''),
  source_id uuid NOT NULL,
  -- The abbreviation of its type: BC, KH, CTr; CV of a letter.
  kind text NOT NULL CHECK (kind <> ''),
  type_name text NOT NULL,
  subject text NOT NULL CHECK (subject <> '' AND length(subject) <= 500),
  symbol text NOT NULL CHECK (symbol <> ''),
  profile text NOT NULL CHECK (profile IN ('nd30', 'hd36', 'hd05')),
  place text NOT NULL,
  recipients text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'checked', 'frozen', 'issued', 'recalled', 'dropped')),
  frozen_file uuid,
  frozen_at timestamptz,
  pages int CHECK (pages > 0),
  -- "06A" is the number 6 with the letter A.
  number int CHECK (number > 0),
  letter text NOT NULL DEFAULT '' CHECK (letter ~ '^[A-Z]?$'),
  dated date,
  issued_at timestamptz,
  -- The paper that this one corrects in form, or replaces in content (NĐ 30/2020/NĐ-CP, Điều 18).
  amends uuid,
  amends_as text CHECK (amends_as IN ('corrects', 'replaces')),
  ended_on date,
  ended_reason text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(type_name || ' ' || subject || ' ' || symbol)) STORED,
  PRIMARY KEY (home, id),
  CHECK ((state IN ('draft', 'checked')) = (frozen_file IS NULL)),
  CHECK ((number IS NULL) = (dated IS NULL)),
  CHECK (number IS NULL OR frozen_file IS NOT NULL),
  CHECK ((issued_at IS NULL) = (state NOT IN ('issued', 'recalled'))),
  CHECK (issued_at IS NULL OR number IS NOT NULL),
  CHECK ((ended_on IS NULL) = (state NOT IN ('recalled', 'dropped')) AND (ended_on IS NULL) = (ended_reason IS NULL)),
  CHECK ((amends IS NULL) = (amends_as IS NULL) AND amends <> id),
  CHECK (removed_at IS NULL OR state IN ('draft', 'checked')),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, frozen_file) REFERENCES file (home, id),
  FOREIGN KEY (home, amends) REFERENCES paper (home, id)
);
CREATE INDEX paper_body ON paper (home, body_id, created_at DESC) WHERE removed_at IS NULL;
CREATE INDEX paper_source ON paper (home, source_id);
CREATE INDEX paper_words ON paper USING gin (words);

-- Who issues it, the lead first, and how each side has signed.
CREATE TABLE paper_party (
  home uuid NOT NULL DEFAULT current_home(),
  paper_id uuid NOT NULL,
  body_id uuid NOT NULL,
  position int NOT NULL CHECK (position > 0),
  -- The name of its day, as the paper prints it.
  name text NOT NULL CHECK (name <> ''),
  way text CHECK (way IN ('certificate', 'ink')),
  signed_at timestamptz,
  sealed_at timestamptz,
  PRIMARY KEY (home, paper_id, body_id),
  UNIQUE (home, paper_id, position),
  CHECK ((signed_at IS NULL) = (way IS NULL)),
  CHECK (sealed_at IS NULL OR signed_at IS NOT NULL),
  FOREIGN KEY (home, paper_id) REFERENCES paper (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- Every file of it, as it came: the frozen one, each signed copy of it, each scan. None is ever written over.
CREATE TABLE paper_copy (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  paper_id uuid NOT NULL,
  serial int NOT NULL CHECK (serial > 0),
  kind text NOT NULL CHECK (kind IN ('frozen', 'signed', 'sealed', 'scan')),
  body_id uuid NOT NULL,
  file_id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  UNIQUE (home, paper_id, serial),
  FOREIGN KEY (home, paper_id) REFERENCES paper (home, id),
  FOREIGN KEY (home, file_id) REFERENCES file (home, id)
);

-- A book of numbers: of a state body or the Front each year, of a Party body each type in a term of its committee.
CREATE TABLE register_book (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  key text NOT NULL CHECK (key <> ''),
  -- Numbers before it stand in the book that was kept on paper.
  first_number int NOT NULL DEFAULT 1 CHECK (first_number > 0),
  last_number int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, body_id, direction, key),
  CHECK (last_number >= first_number - 1),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- The term of the committee of a Party body, from a day on (HD 05-HD/VPTW: numbers run through a term).
CREATE TABLE register_term (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  starts_on date NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  PRIMARY KEY (home, body_id, starts_on),
  UNIQUE (home, body_id, name),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- One line of the outgoing register. `counted`: the number is of this book; else it is the lead's of a joint paper.
CREATE TABLE register_entry (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  book_id uuid NOT NULL,
  counted boolean NOT NULL,
  number int NOT NULL CHECK (number > 0),
  letter text NOT NULL DEFAULT '' CHECK (letter ~ '^[A-Z]?$'),
  standing text NOT NULL CHECK (standing IN ('issued', 'reserved', 'cancelled')),
  dated date NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  paper_id uuid,
  -- For which unit and which paper a number is kept.
  kept_for text,
  cancelled_on date,
  cancelled_reason text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((standing = 'issued') <= (paper_id IS NOT NULL)),
  CHECK (standing <> 'reserved' OR (kept_for <> '' AND counted)),
  CHECK ((standing = 'cancelled') = (cancelled_on IS NOT NULL) AND (cancelled_on IS NULL) = (cancelled_reason IS NULL)),
  CHECK (cancelled_reason <> ''),
  FOREIGN KEY (home, book_id) REFERENCES register_book (home, id),
  FOREIGN KEY (home, paper_id) REFERENCES paper (home, id)
);
CREATE UNIQUE INDEX register_entry_number ON register_entry (home, book_id, number, letter) WHERE counted;
CREATE UNIQUE INDEX register_entry_paper ON register_entry (home, body_id, paper_id) WHERE standing = 'issued';
CREATE INDEX register_entry_book ON register_entry (home, book_id, dated, number);

-- Papers that somebody may see: the own ones, and from the freezing on those that the own body issues with others.
CREATE FUNCTION my_papers() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM paper p JOIN paper_party q ON q.home = p.home AND q.paper_id = p.id
  WHERE p.home = current_home() AND q.body_id = current_body() AND (p.body_id = current_body() OR p.state NOT IN ('draft', 'checked'))
$$;
CREATE FUNCTION own_papers() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM paper WHERE home = current_home() AND body_id = current_body()
$$;

ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_read ON paper FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body()) OR id IN (SELECT my_papers())));
CREATE POLICY paper_own ON paper FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
-- The side whose seal is the last one issues it.
CREATE POLICY paper_issue ON paper FOR UPDATE
  USING (home = (SELECT current_home()) AND state = 'frozen' AND id IN (SELECT my_papers()))
  WITH CHECK (home = (SELECT current_home()) AND state IN ('frozen', 'issued'));
ALTER TABLE paper_party ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_party_read ON paper_party FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR paper_id IN (SELECT my_papers())));
CREATE POLICY paper_party_set ON paper_party FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (paper_id IN (SELECT own_papers()) AND way IS NULL)));
CREATE POLICY paper_party_sign ON paper_party FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE paper_copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_copy_read ON paper_copy FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR paper_id IN (SELECT my_papers())));
CREATE POLICY paper_copy_add ON paper_copy FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND paper_id IN (SELECT my_papers()))));
ALTER TABLE register_book ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_book_own ON register_book FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE register_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_term_own ON register_term FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_entry_own ON register_entry FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

CREATE POLICY file_of_official_paper ON file FOR SELECT
  USING (home = (SELECT current_home()) AND (id, owner_body) IN
    (SELECT c.file_id, c.body_id FROM paper_copy c WHERE c.home = (SELECT current_home())));

-- What was frozen stays; the number is given once, by the lead, and the other sides only issue.
CREATE FUNCTION keep_frozen_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.body_id, NEW.programme_id, NEW.source_kind, NEW.source_id, NEW.kind, NEW.type_name, NEW.subject, NEW.symbol, NEW.profile, NEW.place, NEW.recipients)
      IS DISTINCT FROM (OLD.body_id, OLD.programme_id, OLD.source_kind, OLD.source_id, OLD.kind, OLD.type_name, OLD.subject, OLD.symbol, OLD.profile, OLD.place, OLD.recipients)
    OR (OLD.number IS NOT NULL AND (NEW.number, NEW.letter, NEW.dated) IS DISTINCT FROM (OLD.number, OLD.letter, OLD.dated))
    OR (NEW.frozen_file IS DISTINCT FROM OLD.frozen_file AND (NEW.state <> 'draft' OR EXISTS (SELECT FROM paper_party q
      WHERE q.home = OLD.home AND q.paper_id = OLD.id AND q.signed_at IS NOT NULL)))
    OR (NOT is_system() AND OLD.body_id <> current_body() AND (NEW.number, NEW.letter, NEW.dated, NEW.frozen_file, NEW.pages, NEW.amends, NEW.ended_on)
      IS DISTINCT FROM (OLD.number, OLD.letter, OLD.dated, OLD.frozen_file, OLD.pages, OLD.amends, OLD.ended_on)) THEN
    RAISE EXCEPTION 'a frozen paper does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_stays BEFORE UPDATE ON paper
  FOR EACH ROW WHEN (OLD.state NOT IN ('draft', 'checked')) EXECUTE FUNCTION keep_frozen_paper();

-- A signature is not taken back.
CREATE FUNCTION keep_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NOT NULL OR (NEW.signed_at, NEW.way) IS DISTINCT FROM (OLD.signed_at, OLD.way) THEN
    RAISE EXCEPTION 'a signature stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_party_stays BEFORE UPDATE ON paper_party
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION keep_signature();

GRANT SELECT, INSERT ON paper, paper_party, paper_copy, register_book, register_term, register_entry TO phoihop_app;
GRANT UPDATE (recipients, state, frozen_file, frozen_at, pages, number, letter, dated, issued_at, amends, amends_as, ended_on, ended_reason,
  removed_at, version) ON paper TO phoihop_app;
GRANT UPDATE (way, signed_at, sealed_at) ON paper_party TO phoihop_app;
GRANT UPDATE (first_number, last_number, version) ON register_book TO phoihop_app;
GRANT UPDATE (name) ON register_term TO phoihop_app;
GRANT UPDATE (standing, paper_id, kept_for, cancelled_on, cancelled_reason, version) ON register_entry TO phoihop_app;
