-- What a retention rule has destroyed, of which a figure of a report says that it was: of which record, on which day. Never a name,
-- never what it held.

-- A file with data of persons, once its 24 months are over. The record that it hung on stays, and stays counted.
CREATE TABLE destroyed_file (
  home uuid NOT NULL DEFAULT current_home(),
  file_id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  destroyed_on date NOT NULL,
  PRIMARY KEY (home, file_id)
);
CREATE INDEX destroyed_file_subject ON destroyed_file (home, subject_id);

-- What was destroyed before this page stands in the audit.
INSERT INTO destroyed_file (home, file_id, subject_kind, subject_id, destroyed_on)
  SELECT a.home, a.subject_id, 'activity-personal', t.id, (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM audit a
    JOIN activity t ON t.home = a.home AND t.id::text = a.detail ->> 'of'
    WHERE a.command = 'files.discard' AND a.detail ->> 'reason' = 'personal'
  ON CONFLICT DO NOTHING;

ALTER TABLE destroyed_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY destroyed_file_read ON destroyed_file FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (subject_kind = 'activity-personal'
    AND EXISTS (SELECT FROM activity a WHERE a.home = destroyed_file.home AND a.id = destroyed_file.subject_id))));
CREATE POLICY destroyed_file_note ON destroyed_file FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND (SELECT is_system()));
GRANT SELECT, INSERT ON destroyed_file TO phoihop_app;

-- The day on which the sealed name of who brought a petition was destroyed, as recognitions and commendations have theirs.
ALTER TABLE petition_content ADD COLUMN forgotten_on date;
GRANT UPDATE (forgotten_on) ON petition_content TO phoihop_app;
UPDATE petition_content c SET forgotten_on = (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM audit a
  WHERE a.home = c.home AND a.subject_id = c.petition_id AND a.command = 'petitions.forget-sender';

/*
 * Of counts in a report of a programme that rest on sealed names: in which years names were destroyed, and whether of five records or
 * more. The same for every party. Where there are fewer than five records nothing is told, and never a number, so that none can be
 * reckoned from two times. Petitions and honours are asked apart: nothing reads both.
 */
CREATE FUNCTION petition_names_destroyed(programme uuid, part text, from_day date, to_day date)
  RETURNS TABLE (rule text, many boolean, first_year int, last_year int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'petition-names', count(c.forgotten_on) >= 5, extract(year FROM min(c.forgotten_on))::int,
      extract(year FROM max(c.forgotten_on))::int
    FROM petition p LEFT JOIN petition_content c ON c.home = p.home AND c.petition_id = p.id
    WHERE p.home = current_home() AND p.programme_id = programme AND p.shared_at IS NOT NULL AND programme IN (SELECT my_programmes())
      AND CASE part WHEN 'received' THEN p.received_on WHEN 'answered' THEN p.answered_on WHEN 'settled' THEN p.settled_on
        WHEN 'confirmed' THEN p.confirmed_on END BETWEEN from_day AND to_day
    HAVING count(*) >= 5 AND count(c.forgotten_on) > 0
$$;

CREATE FUNCTION honour_names_destroyed(programme uuid, part text, from_day date, to_day date)
  RETURNS TABLE (rule text, many boolean, first_year int, last_year int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.rule, count(f.forgotten_on) >= 5, extract(year FROM min(f.forgotten_on))::int, extract(year FROM max(f.forgotten_on))::int
    FROM (
      SELECT 'recognised-names' AS rule, r.forgotten_on FROM benefit b
        JOIN recognition r ON r.home = b.home AND r.id = b.recognition_id
        WHERE b.home = current_home() AND b.programme_id = programme AND b.removed_at IS NULL
          AND b.nature = split_part(part, '.', 1) AND b.given_on BETWEEN from_day AND to_day
      UNION ALL
      SELECT 'commended-names', l.forgotten_on FROM commendation_line l
        JOIN commendation c ON c.home = l.home AND c.id = l.commendation_id
        WHERE part = 'commended.individual' AND l.home = current_home() AND c.programme_id = programme
          AND c.shared_at IS NOT NULL AND l.sort = 'individual' AND l.chosen AND c.decision_date BETWEEN from_day AND to_day
    ) f
    WHERE programme IN (SELECT my_programmes())
    GROUP BY f.rule
    HAVING count(*) >= 5 AND count(f.forgotten_on) > 0
$$;
