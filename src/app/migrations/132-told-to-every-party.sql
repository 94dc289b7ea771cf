-- What a review tells of papers and of duties to inform is the same for every party, though each sees only what concerns it. Here stand
-- the facts that are counted: of a paper its number, day and kind, never what it says; of a package that it was sent, and when.

-- Issued papers of a programme. What puts another right stands in its place; letters of a unit on petitions stay with the unit, and what
-- one side informs another of is told by the duty that it answers; decisions on commendations are counted with those commended.
CREATE FUNCTION issued_papers(programme uuid)
  RETURNS TABLE (id uuid, body_id uuid, source_kind text, source_id uuid, type_name text, profile text, symbol text, number int, letter text, dated date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.body_id, p.source_kind, p.source_id, p.type_name, p.profile, p.symbol, p.number, p.letter, p.dated
  FROM paper p
  WHERE p.home = current_home() AND p.programme_id = programme AND p.state = 'issued' AND p.amends IS NULL AND p.unit_id IS NULL
    AND p.source_kind NOT IN ('petition', 'petition-urging', 'package', 'commendation')
    AND (is_system() OR programme IN (SELECT my_programmes()))
  ORDER BY p.dated, p.id
$$;
CREATE INDEX paper_programme ON paper (home, programme_id, dated) WHERE state = 'issued';

-- Packages of a programme that were sent, the earliest first.
CREATE FUNCTION told_packages(programme uuid)
  RETURNS TABLE (id uuid, duty_key text, state text, sent_on date, received_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.duty_key, e.state, e.sent_on, e.received_on
  FROM exchange_package e
  WHERE e.home = current_home() AND e.programme_id = programme AND e.state <> 'draft'
    AND (is_system() OR programme IN (SELECT my_programmes()))
  ORDER BY e.created_at, e.id
$$;
