-- Người có uy tín: the legal register of those whom a decision recognises, one for a village (QĐ 12/2018/QĐ-TTg, Điều 4), and what is
-- done for them. A name stands in one sealed column; nothing else of a person is kept.

-- A decision that recognises a list. The procedure before it is not run here.
CREATE TABLE recognition_list (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  decision_number text NOT NULL CHECK (decision_number <> '' AND length(decision_number) <= 60),
  decision_date date NOT NULL,
  -- Who decided, by level: the chairman of the province, of the district, of the commune.
  decided_by text NOT NULL CHECK (decided_by IN ('province', 'district', 'commune')),
  issuer text NOT NULL CHECK (issuer <> '' AND length(issuer) <= 200),
  year int NOT NULL CHECK (year BETWEEN 2011 AND 2100),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  UNIQUE (home, body_id, decision_number, decision_date),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, unit_id) REFERENCES unit (home, id)
);

-- Of a consultation on a list: whom, by which paper, and that it agreed. No word on anybody.
CREATE TABLE recognition_consultation (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  list_id uuid NOT NULL,
  body_id uuid NOT NULL,
  consulted text NOT NULL CHECK (consulted <> '' AND length(consulted) <= 200),
  paper_number text NOT NULL CHECK (paper_number <> '' AND length(paper_number) <= 60),
  paper_date date NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, list_id) REFERENCES recognition_list (home, id)
);
CREATE INDEX recognition_consultation_list ON recognition_consultation (home, list_id);

CREATE TABLE recognition (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  list_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  village_id uuid NOT NULL,
  -- Ended by a decision of removal (with the letter of Điều 6.3, never the ground in words), or because a new list took its village.
  ended_on date,
  ended_by text CHECK (ended_by IN ('removed', 'renewed')),
  end_number text,
  end_letter text CHECK (end_letter IN ('a', 'b', 'c', 'd', 'đ')),
  end_noted_at timestamptz,
  forgotten_on date,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL) = (end_noted_at IS NULL)),
  CHECK ((ended_by IS NOT DISTINCT FROM 'removed') = (end_number IS NOT NULL)),
  CHECK ((ended_by IS NOT DISTINCT FROM 'removed') = (end_letter IS NOT NULL)),
  FOREIGN KEY (home, list_id) REFERENCES recognition_list (home, id),
  FOREIGN KEY (home, village_id) REFERENCES place (home, id)
);
-- One for a village.
CREATE UNIQUE INDEX recognition_standing ON recognition (home, body_id, village_id) WHERE ended_on IS NULL;
CREATE INDEX recognition_list_rows ON recognition (home, list_id);

-- The one place of a name: sealed with a key that is kept outside database and backup and is destroyed on its day.
CREATE TABLE recognition_name (
  home uuid NOT NULL DEFAULT current_home(),
  recognition_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  sealed bytea NOT NULL,
  sealed_key uuid NOT NULL,
  PRIMARY KEY (home, recognition_id),
  FOREIGN KEY (home, recognition_id) REFERENCES recognition (home, id)
);
CREATE INDEX recognition_name_key ON recognition_name (home, sealed_key);

-- A visit or benefit: of which nature, when, how much. Found by the village, as there is one for a village.
CREATE TABLE benefit (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  recognition_id uuid NOT NULL,
  body_id uuid NOT NULL,
  unit_id uuid,
  village_id uuid NOT NULL,
  nature text NOT NULL CHECK (nature IN ('festival', 'sickness', 'hardship', 'condolence', 'delegation')),
  given_on date NOT NULL,
  -- Whole đồng.
  amount bigint NOT NULL CHECK (amount >= 0),
  -- What the ceiling was on the day, and why it was passed, where it was: by a leader.
  ceiling text,
  over_reason text CHECK (over_reason <> '' AND length(over_reason) <= 300),
  programme_id uuid,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, recognition_id) REFERENCES recognition (home, id),
  FOREIGN KEY (home, village_id) REFERENCES place (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX benefit_village ON benefit (home, village_id, given_on) WHERE removed_at IS NULL;
CREATE INDEX benefit_body ON benefit (home, body_id, given_on) WHERE removed_at IS NULL;
CREATE INDEX benefit_recognition ON benefit (home, recognition_id, given_on);

/*
 * What has been given in a village, as facts about the benefit: by whom, of which nature, on which day. Told to a body that keeps a
 * standing recognition there, of itself and of bodies that share a programme with it. Never a name, never an amount.
 */
CREATE FUNCTION benefits_in_village(village uuid, from_day date, to_day date)
  RETURNS TABLE (body_id uuid, nature text, given_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b.body_id, b.nature, b.given_on FROM benefit b
    WHERE b.home = current_home() AND b.village_id = village AND b.removed_at IS NULL AND b.given_on BETWEEN from_day AND to_day
      AND EXISTS (SELECT FROM recognition r WHERE r.home = current_home() AND r.body_id = current_body() AND r.village_id = village
        AND r.ended_on IS NULL)
      AND (b.body_id = current_body() OR EXISTS (SELECT FROM programme_party mine JOIN programme_party other
        ON other.home = mine.home AND other.programme_id = mine.programme_id
        WHERE mine.home = current_home() AND mine.body_id = current_body() AND other.body_id = b.body_id))
$$;

-- Meetings, classes, journeys and information for them: sessions, turns and money, nobody's presence.
CREATE TABLE honour_gathering (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  body_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('information', 'class', 'journey-near', 'journey-province', 'journey-far', 'meeting', 'newspaper', 'other')),
  held_on date NOT NULL,
  sessions int NOT NULL CHECK (sessions BETWEEN 1 AND 10000),
  turns int NOT NULL CHECK (turns BETWEEN 0 AND 1000000),
  amount bigint CHECK (amount >= 0),
  programme_id uuid,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX honour_gathering_body ON honour_gathering (home, body_id, held_on);

-- Sums of the own body over a time, for those of its people who see no record: what, how often, how many turns, how much.
CREATE FUNCTION honour_counts(from_day date, to_day date)
  RETURNS TABLE (key text, sessions int, turns int, amount bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT kind, sum(sessions)::int, sum(turns)::int, coalesce(sum(amount), 0)::bigint FROM honour_gathering
    WHERE home = current_home() AND body_id = current_body() AND removed_at IS NULL AND held_on BETWEEN from_day AND to_day
    GROUP BY kind
  UNION ALL
  SELECT nature, count(DISTINCT given_on)::int, count(*)::int, sum(amount)::bigint FROM benefit
    WHERE home = current_home() AND body_id = current_body() AND removed_at IS NULL AND given_on BETWEEN from_day AND to_day
    GROUP BY nature
$$;

ALTER TABLE recognition_list ENABLE ROW LEVEL SECURITY;
CREATE POLICY recognition_list_unit ON recognition_list FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))));
ALTER TABLE recognition_consultation ENABLE ROW LEVEL SECURITY;
CREATE POLICY recognition_consultation_own ON recognition_consultation FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND list_id IN (SELECT id FROM recognition_list))));
ALTER TABLE recognition ENABLE ROW LEVEL SECURITY;
CREATE POLICY recognition_unit ON recognition FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))));
ALTER TABLE recognition_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY recognition_name_unit ON recognition_name FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))));
ALTER TABLE benefit ENABLE ROW LEVEL SECURITY;
CREATE POLICY benefit_unit ON benefit FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body())
    AND (unit_id IS NULL OR unit_id IN (SELECT my_handling_units())))));
ALTER TABLE honour_gathering ENABLE ROW LEVEL SECURITY;
CREATE POLICY honour_gathering_own ON honour_gathering FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT ON recognition_list, recognition_consultation, recognition, recognition_name, benefit, honour_gathering TO phoihop_app;
GRANT UPDATE (removed_at) ON recognition_consultation TO phoihop_app;
GRANT UPDATE (ended_on, ended_by, end_number, end_letter, end_noted_at, forgotten_on, version) ON recognition TO phoihop_app;
GRANT UPDATE (sealed, sealed_key), DELETE ON recognition_name TO phoihop_app;
GRANT UPDATE (removed_at, version) ON benefit, honour_gathering TO phoihop_app;
