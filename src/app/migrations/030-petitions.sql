-- What people say, from receipt to "confirmed by the people there": kept by subject and place, never by person.

-- The units whose work somebody sees inside the own body: the own unit; who leads without a unit sees them all.
CREATE FUNCTION my_handling_units() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM account a JOIN unit u ON u.home = a.home AND u.body_id = a.body_id
    WHERE a.home = current_home() AND a.id = current_account() AND a.body_id = current_body() AND a.disabled_at IS NULL
      AND (a.unit_id = u.id OR (a.unit_id IS NULL AND a.roles && ARRAY['leader', 'head']))
$$;

-- What the whole body may know of a matter, and the parties of a programme where it was shared: the place is a commune here.
CREATE TABLE petition (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  -- Null where the whole body handles it.
  unit_id uuid,
  handler uuid NOT NULL,
  subject text NOT NULL CHECK (subject <> '' AND length(subject) <= 200),
  field text NOT NULL,
  commune_id uuid NOT NULL,
  origin text NOT NULL CHECK (origin IN ('voters', 'village', 'supervision', 'direct', 'sent-on')),
  voices int NOT NULL DEFAULT 1 CHECK (voices >= 1),
  received_on date NOT NULL,
  -- On the slip of who brought it: opens its progress, and nothing else.
  code text NOT NULL CHECK (code ~ '^[2-9A-HJ-NP-Z]{12}$'),
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'returned', 'routed-out', 'forwarded', 'acknowledged', 'urged',
    'answered', 'not-settled', 'settled')),
  -- With whom it lies while it is out.
  addressee text,
  addressee_level text CHECK (addressee_level IN ('commune', 'province', 'central')),
  due_on date,
  due_basis text,
  last_day date NOT NULL,
  answered_on date,
  settled_on date,
  confirmed_on date,
  closed_on date,
  programme_id uuid,
  clause_path text,
  shared_at timestamptz,
  -- The returned petition that the same matter was handed in with before.
  again_of uuid,
  -- Many voices, one matter: petitions with the same one are linked. Each keeps its own end.
  group_id uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  words tsvector GENERATED ALWAYS AS (vn_words(subject)) STORED,
  PRIMARY KEY (home, id),
  UNIQUE (home, code),
  CHECK ((state IN ('settled', 'returned', 'routed-out')) = (closed_on IS NOT NULL)),
  CHECK ((closed_on IS NULL) = (due_on IS NOT NULL)),
  CHECK ((state = 'settled') = (settled_on IS NOT NULL)),
  CHECK (confirmed_on IS NULL OR state = 'settled'),
  CHECK (state NOT IN ('forwarded', 'acknowledged', 'urged') OR addressee IS NOT NULL),
  CHECK (shared_at IS NULL OR programme_id IS NOT NULL),
  CHECK (clause_path IS NULL OR programme_id IS NOT NULL),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id),
  FOREIGN KEY (home, handler) REFERENCES account (home, id),
  FOREIGN KEY (home, commune_id) REFERENCES place (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, clause_path) REFERENCES clause (home, programme_id, path),
  FOREIGN KEY (home, again_of) REFERENCES petition (home, id)
);
CREATE INDEX petition_body ON petition (home, body_id, received_on DESC, id DESC);
CREATE INDEX petition_due ON petition (home, body_id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX petition_programme ON petition (home, programme_id, received_on) WHERE shared_at IS NOT NULL;
CREATE INDEX petition_group ON petition (home, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX petition_words ON petition USING gin (words);

-- What only the handling unit knows: the text, the village, and the name where one was given.
CREATE TABLE petition_content (
  home uuid NOT NULL DEFAULT current_home(),
  petition_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  text text NOT NULL CHECK (text <> ''),
  place_id uuid NOT NULL,
  -- The one place of a name: sealed with a key that is kept outside database and backup and is destroyed on its day.
  sender bytea,
  sender_key uuid,
  PRIMARY KEY (home, petition_id),
  CHECK ((sender IS NULL) = (sender_key IS NULL)),
  FOREIGN KEY (home, petition_id) REFERENCES petition (home, id),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id)
);
CREATE INDEX petition_content_key ON petition_content (home, sender_key) WHERE sender_key IS NOT NULL;

-- One row for every step that was taken. `before` is the petition as the step found it.
CREATE TABLE petition_step (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  petition_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  kind text NOT NULL CHECK (kind IN ('return', 'route-out', 'forward', 'acknowledge', 'urge', 'answer', 'check')),
  day date NOT NULL,
  addressee text,
  paper_number text,
  paper_date date,
  due_on date,
  due_basis text,
  summary text NOT NULL DEFAULT '',
  on_spot boolean,
  settled boolean,
  by_unit text,
  before jsonb NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  taken_back_at timestamptz,
  PRIMARY KEY (home, id),
  CHECK ((kind = 'check') = (settled IS NOT NULL) AND (settled IS NULL) = (on_spot IS NULL)),
  FOREIGN KEY (home, petition_id) REFERENCES petition (home, id)
);
CREATE INDEX petition_step_petition ON petition_step (home, petition_id, created_at);

-- Parts of words of subject and text, to find what is alike. The sender is never read for it.
CREATE TABLE petition_term (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  term int NOT NULL,
  petition_id uuid NOT NULL,
  PRIMARY KEY (home, body_id, term, petition_id),
  FOREIGN KEY (home, petition_id) REFERENCES petition (home, id)
);
CREATE INDEX petition_term_petition ON petition_term (home, petition_id);

-- That a complaint or a denunciation was shown to the competent channel; of what it said nothing is kept.
CREATE TABLE petition_referral (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('complaint', 'denunciation')),
  channel text NOT NULL,
  day date NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE INDEX petition_referral_body ON petition_referral (home, body_id, day);

-- Fields that a province has added to the closed list; one that has ended stays in the records.
CREATE TABLE petition_field (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  UNIQUE (home, name)
);

-- To whom a matter is proposed to go: by field, place and level. A row that no longer holds keeps its days.
CREATE TABLE petition_route (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  -- Null for every field, for every place.
  field text,
  place_id uuid,
  level text NOT NULL CHECK (level IN ('commune', 'province', 'central')),
  addressee text NOT NULL CHECK (addressee <> ''),
  decided_by text NOT NULL CHECK (decided_by <> ''),
  valid_from date NOT NULL,
  valid_to date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  FOREIGN KEY (home, place_id) REFERENCES place (home, id)
);
-- Terms that a province sets beside the law's.
CREATE TABLE petition_clock (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  -- Null for every origin. 'own' is the first step of the receiving body; 'any' every body that a matter is forwarded to.
  origin text CHECK (origin IN ('voters', 'village', 'supervision', 'direct', 'sent-on')),
  level text NOT NULL CHECK (level IN ('own', 'any', 'commune', 'province', 'central')),
  days int NOT NULL CHECK (days BETWEEN 1 AND 400),
  unit text NOT NULL CHECK (unit IN ('working', 'calendar')),
  basis text NOT NULL CHECK (basis <> ''),
  valid_from date NOT NULL,
  valid_to date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

ALTER TABLE petition ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_read ON petition FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())
    OR (shared_at IS NOT NULL AND programme_id IN (SELECT my_programmes()))));
CREATE POLICY petition_receive ON petition FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
CREATE POLICY petition_change ON petition FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

ALTER TABLE petition_content ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_content_unit ON petition_content FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))))
  -- A leader hands it to another unit of the body.
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE petition_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_step_unit ON petition_step FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))))
  -- A leader hands it to another unit of the body.
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE petition_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_term_own ON petition_term FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
ALTER TABLE petition_referral ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_referral_own ON petition_referral FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

-- What a province keeps is read by everybody on the site and kept by its administrators.
ALTER TABLE petition_field ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_field_read ON petition_field FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY petition_field_keep ON petition_field FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY petition_field_end ON petition_field FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
ALTER TABLE petition_route ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_route_read ON petition_route FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY petition_route_keep ON petition_route FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY petition_route_end ON petition_route FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
ALTER TABLE petition_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_clock_read ON petition_clock FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY petition_clock_keep ON petition_clock FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY petition_clock_end ON petition_clock FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));

GRANT SELECT, INSERT ON petition, petition_content, petition_step, petition_term, petition_referral, petition_field, petition_route,
  petition_clock TO phoihop_app;
-- To whom it came, when, and the code on its slip are said once.
GRANT UPDATE (unit_id, handler, subject, field, commune_id, origin, voices, state, addressee, addressee_level, due_on, due_basis,
  last_day, answered_on, settled_on, confirmed_on, closed_on, programme_id, clause_path, shared_at, group_id, version) ON petition TO phoihop_app;
GRANT UPDATE (unit_id, text, place_id, sender, sender_key), DELETE ON petition_content TO phoihop_app;
GRANT UPDATE (unit_id, summary, taken_back_at) ON petition_step TO phoihop_app;
GRANT DELETE ON petition_term TO phoihop_app;
GRANT UPDATE (cancelled_at) ON petition_referral TO phoihop_app;
GRANT UPDATE (ended_at) ON petition_field TO phoihop_app;
GRANT UPDATE (valid_to) ON petition_route, petition_clock TO phoihop_app;
