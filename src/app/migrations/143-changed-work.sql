-- How often rows that the figures of a programme rest on have changed: whoever refreshes a report asks this instead of the heads of
-- tens of thousands of rows. Each change adds to a row of the programme that nobody else is changing just now, so that none waits for another.
CREATE TABLE counted_change (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  share uuid NOT NULL DEFAULT gen_random_uuid(),
  changes bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (home, programme_id, share),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
) WITH (fillfactor = 50);
ALTER TABLE counted_change ENABLE ROW LEVEL SECURITY;
-- Only the triggers below write it.
CREATE POLICY counted_change_read ON counted_change FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
GRANT SELECT ON counted_change TO phoihop_app;

CREATE FUNCTION count_change(of_home uuid, of_programme uuid) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE counted_change SET changes = changes + 1
  WHERE (home, programme_id, share) = (SELECT home, programme_id, share FROM counted_change
    WHERE home = of_home AND programme_id = of_programme LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO counted_change (home, programme_id) VALUES (of_home, of_programme);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION count_change FROM PUBLIC;

CREATE FUNCTION note_changed_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(home, programme_id)
  FROM (SELECT DISTINCT home, programme_id FROM changed WHERE programme_id IS NOT NULL) AS one;
  RETURN NULL;
END $$;

CREATE FUNCTION note_changed_supervision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(home, programme_id)
  FROM (SELECT DISTINCT s.home, s.programme_id FROM changed c JOIN supervision s ON s.home = c.home AND s.id = c.supervision_id
    WHERE s.programme_id IS NOT NULL) AS one;
  RETURN NULL;
END $$;

-- What was, and what it has become: each may be of another programme.
DO $$
DECLARE
  work text;
  event text;
  note text;
BEGIN
  FOREACH work IN ARRAY ARRAY['activity', 'activity_item', 'activity_place', 'activity_breakdown', 'told_split', 'petition', 'supervision',
    'supervision_step', 'step_finding', 'supervision_activity', 'finding']
  LOOP
    note := CASE WHEN work IN ('supervision_step', 'step_finding', 'supervision_activity', 'finding')
      THEN 'note_changed_supervision' ELSE 'note_changed_work' END;
    FOREACH event IN ARRAY ARRAY['INSERT ON %I REFERENCING NEW', 'UPDATE ON %I REFERENCING NEW', 'UPDATE ON %I REFERENCING OLD',
      'DELETE ON %I REFERENCING OLD']
    LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER ' || event || ' TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ' || note || '()',
        'work_' || lower(split_part(event, ' ', 1) || '_' || split_part(event, ' ', 5)), work);
    END LOOP;
  END LOOP;
END $$;

-- A supervision that has gone to another programme is told of by no activity of the one that it left.
DELETE FROM supervision_activity l USING supervision s, activity a
WHERE s.home = l.home AND s.id = l.supervision_id AND a.home = l.home AND a.id = l.activity_id AND s.programme_id IS DISTINCT FROM a.programme_id;
