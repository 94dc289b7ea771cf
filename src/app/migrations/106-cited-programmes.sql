-- A programme cites the one above from this site: its clauses come from there, and each level sees which clauses of the next carry
-- out which of its own.

-- Every party lets the bodies of the site below cite the signed text; it can be cited once all that have people let it.
CREATE TABLE programme_open_below (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, programme_id, body_id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
ALTER TABLE programme_open_below ENABLE ROW LEVEL SECURITY;
CREATE POLICY programme_open_below_read ON programme_open_below FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
CREATE POLICY programme_open_below_own ON programme_open_below FOR INSERT WITH CHECK (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND opened_by = (SELECT current_account()))));
CREATE POLICY programme_open_below_change ON programme_open_below FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));
GRANT SELECT, INSERT ON programme_open_below TO phoihop_app;
GRANT UPDATE (closed_at, version) ON programme_open_below TO phoihop_app;

CREATE FUNCTION is_open_below(programme uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM programme_open_below o WHERE o.home = current_home() AND o.programme_id = programme AND o.closed_at IS NULL)
    AND NOT EXISTS (SELECT FROM programme_party p WHERE p.home = current_home() AND p.programme_id = programme
      AND body_has_accounts(heir_of(p.body_id)) AND NOT EXISTS (SELECT FROM programme_open_below o WHERE o.home = p.home
        AND o.programme_id = p.programme_id AND o.body_id = p.body_id AND o.closed_at IS NULL))
$$;

-- What can be cited: programmes of the own seats, and those that are open below.
CREATE FUNCTION citable_programmes() RETURNS TABLE (id uuid, title text, number text, date date, kind text, issuers text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT g.id, g.title, g.number, g.date, g.kind, (SELECT string_agg(b.name, ' và ' ORDER BY p.position) FROM programme_party p
      JOIN body b ON b.home = p.home AND b.id = p.body_id WHERE p.home = g.home AND p.programme_id = g.id)
    FROM programme g WHERE g.home = current_home() AND (g.id IN (SELECT programmes_of_seats())
      OR (g.id IN (SELECT o.programme_id FROM programme_open_below o WHERE o.home = g.home) AND is_open_below(g.id)))
$$;
-- The signed text of one of them, clause by clause, with the changes of its signed amendments.
CREATE FUNCTION citable_text(programme uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('clauses', (SELECT jsonb_agg(jsonb_build_object('path', c.path, 'parent', c.parent_path, 'label', c.label,
      'heading', c.heading, 'text', c.text) ORDER BY c.position) FROM clause c
      WHERE c.home = current_home() AND c.programme_id = programme AND c.amendment_id IS NULL),
    'amendments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'effectiveOn', a.effective_on, 'changes', a.changes)
      ORDER BY a.effective_on, a.id), '[]') FROM amendment a
      WHERE a.home = current_home() AND a.programme_id = programme AND a.state = 'signed'))
    WHERE programme IN (SELECT id FROM citable_programmes())
$$;

ALTER TABLE parent_text ADD source_programme uuid, ADD CHECK (source_programme <> programme_id),
  ADD FOREIGN KEY (home, source_programme) REFERENCES programme (home, id);
CREATE INDEX parent_text_source ON parent_text (home, source_programme) WHERE source_programme IS NOT NULL;

-- Which clauses of the levels below carry out those of a programme, for its parties: those below who cite it share this upwards.
CREATE FUNCTION carried_below(programme uuid) RETURNS TABLE (start_path text, depth int, programme_id uuid, title text, number text,
    issuers text, path text, words text, how text, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE down AS (
    SELECT l.parent_path AS start_path, 1 AS depth, t.programme_id, l.child_path, l.how, l.reason FROM parent_text t
      JOIN parent_link l ON l.home = t.home AND l.parent_id = t.id AND l.how IS NOT NULL
      WHERE t.home = current_home() AND t.source_programme = programme AND t.removed_at IS NULL
    UNION ALL
    SELECT down.start_path, down.depth + 1, t.programme_id, l.child_path, l.how, l.reason FROM down
      JOIN parent_text t ON t.home = current_home() AND t.source_programme = down.programme_id AND t.removed_at IS NULL
      JOIN parent_link l ON l.home = t.home AND l.parent_id = t.id AND l.parent_path = down.child_path AND l.how IS NOT NULL
      WHERE down.depth < 4
  )
  SELECT down.start_path, down.depth, down.programme_id, g.title, g.number, (SELECT string_agg(b.short_name, ' và ' ORDER BY p.position)
      FROM programme_party p JOIN body b ON b.home = p.home AND b.id = p.body_id
      WHERE p.home = g.home AND p.programme_id = g.id), down.child_path, c.text, down.how, down.reason
    FROM down JOIN programme g ON g.home = current_home() AND g.id = down.programme_id
    LEFT JOIN clause c ON c.home = g.home AND c.programme_id = g.id AND c.path = down.child_path
    WHERE is_system() OR programme IN (SELECT programmes_of_seats())
$$;
-- Which clauses of the levels above are carried out by those of a programme; above the cited one where that is open below.
CREATE FUNCTION carried_above(programme uuid) RETURNS TABLE (start_path text, depth int, programme_id uuid, title text, number text,
    issuers text, path text, words text, how text, level text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT l.child_path AS start_path, 1 AS depth, t.id, t.source_programme, l.parent_path, l.how FROM parent_text t
      JOIN parent_link l ON l.home = t.home AND l.parent_id = t.id AND l.how IS NOT NULL AND l.child_path IS NOT NULL
      WHERE t.home = current_home() AND t.programme_id = programme AND t.removed_at IS NULL
    UNION ALL
    SELECT up.start_path, up.depth + 1, t.id, t.source_programme, l.parent_path, l.how FROM up
      JOIN parent_text t ON t.home = current_home() AND t.programme_id = up.source_programme AND t.removed_at IS NULL
      JOIN parent_link l ON l.home = t.home AND l.parent_id = t.id AND l.child_path = up.parent_path AND l.how IS NOT NULL
      WHERE up.depth < 4 AND (is_open_below(up.source_programme) OR up.source_programme IN (SELECT programmes_of_seats()))
  )
  SELECT up.start_path, up.depth, up.source_programme, t.title, t.number, t.issuer, up.parent_path,
      (SELECT c ->> 'text' FROM jsonb_array_elements(t.clauses) c WHERE c ->> 'path' = up.parent_path LIMIT 1), up.how, t.level
    FROM up JOIN parent_text t ON t.home = current_home() AND t.id = up.id
    WHERE is_system() OR programme IN (SELECT programmes_of_seats())
$$;

-- Every programme of this site above one, by what is cited: so that none carries out what carries it out, whoever can read them.
CREATE FUNCTION programmes_above(programme uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT t.source_programme AS id FROM parent_text t
      WHERE t.home = current_home() AND t.programme_id = programme AND t.source_programme IS NOT NULL AND t.removed_at IS NULL
    UNION
    SELECT t.source_programme FROM up JOIN parent_text t ON t.home = current_home() AND t.programme_id = up.id
      WHERE t.source_programme IS NOT NULL AND t.removed_at IS NULL
  ) SELECT id FROM up
$$;
