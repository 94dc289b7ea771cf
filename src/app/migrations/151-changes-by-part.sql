-- Changes of a programme's work are counted apart by what rests on them, so that a report which is refreshed reads only the part that has
-- changed; of activities it reads only those which have. `part`: what a report loads by itself.
ALTER TABLE counted_change ADD COLUMN part text NOT NULL DEFAULT 'activities'
    CHECK (part IN ('activities', 'splits', 'petitions', 'supervisions')),
  DROP CONSTRAINT counted_change_pkey, ADD PRIMARY KEY (home, programme_id, part, share);
ALTER TABLE counted_change ALTER COLUMN part DROP DEFAULT;

-- Which activities a transaction has changed, itself or what hangs on them; null where they are many. Whoever read at a moment asks for
-- those of transactions that were not committed then. It is kept for two days: who read earlier reads all of them.
CREATE TABLE changed_activity (
  home uuid NOT NULL DEFAULT current_home(),
  programme_id uuid NOT NULL,
  changed_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  activity_ids uuid[],
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);
CREATE INDEX changed_activity_since ON changed_activity (home, programme_id, changed_by);
ALTER TABLE changed_activity ENABLE ROW LEVEL SECURITY;
-- Seen where the activities are. Only the triggers below write it.
CREATE POLICY changed_activity_read ON changed_activity FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
GRANT SELECT ON changed_activity TO phoihop_app;

DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE p.proname IN ('note_changed_work', 'note_changed_supervision')
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', one.tgname, one.relname);
  END LOOP;
END $$;
DROP FUNCTION note_changed_work, note_changed_supervision, count_change;

CREATE FUNCTION count_change(of_home uuid, of_programme uuid, of_part text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE counted_change SET changes = changes + 1
  WHERE (home, programme_id, part, share) = (SELECT home, programme_id, part, share FROM counted_change
    WHERE home = of_home AND programme_id = of_programme AND part = of_part LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO counted_change (home, programme_id, part) VALUES (of_home, of_programme, of_part);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION count_change FROM PUBLIC;

-- Writes down which activities have changed, and takes away what nobody asks for any more.
CREATE FUNCTION note_activities(of_home uuid, of_programme uuid, ids uuid[]) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(of_home, of_programme, 'activities');
  -- Those reached are split by group under what was done and when.
  IF EXISTS (SELECT FROM activity_breakdown b WHERE b.home = of_home AND b.activity_id = ANY (ids)) THEN
    PERFORM count_change(of_home, of_programme, 'splits');
  END IF;
  INSERT INTO changed_activity (home, programme_id, activity_ids)
  VALUES (of_home, of_programme, CASE WHEN cardinality(ids) <= 500 THEN ids END);
  DELETE FROM changed_activity WHERE ctid IN (SELECT ctid FROM changed_activity
    WHERE home = of_home AND programme_id = of_programme AND changed_at < now() - interval '2 days'
    ORDER BY changed_by LIMIT 20 FOR UPDATE SKIP LOCKED);
END $$;
REVOKE EXECUTE ON FUNCTION note_activities FROM PUBLIC;

CREATE FUNCTION note_changed_activity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_activities(home, programme_id, ids)
  FROM (SELECT home, programme_id, array_agg(DISTINCT id) AS ids FROM changed GROUP BY 1, 2) AS one;
  RETURN NULL;
END $$;
CREATE FUNCTION note_changed_hanging() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_activities(home, programme_id, ids)
  FROM (SELECT home, programme_id, array_agg(DISTINCT activity_id) AS ids FROM changed GROUP BY 1, 2) AS one;
  RETURN NULL;
END $$;
-- Of the rest: TG_ARGV names the part.
CREATE FUNCTION note_changed_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(home, programme_id, TG_ARGV[0])
  FROM (SELECT DISTINCT home, programme_id FROM changed WHERE programme_id IS NOT NULL) AS one;
  RETURN NULL;
END $$;
CREATE FUNCTION note_changed_supervision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(home, programme_id, 'supervisions')
  FROM (SELECT DISTINCT s.home, s.programme_id FROM changed c JOIN supervision s ON s.home = c.home AND s.id = c.supervision_id
    WHERE s.programme_id IS NOT NULL) AS one;
  RETURN NULL;
END $$;
-- A supervision is told by an activity for as long as that is not taken out.
CREATE FUNCTION note_taken_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM count_change(home, programme_id, 'supervisions')
  FROM (SELECT DISTINCT b.home, b.programme_id FROM was w JOIN becomes b ON b.home = w.home AND b.id = w.id
    WHERE b.removed_at IS DISTINCT FROM w.removed_at) AS one;
  RETURN NULL;
END $$;
CREATE TRIGGER work_taken_out AFTER UPDATE ON activity REFERENCING OLD TABLE AS was NEW TABLE AS becomes
  FOR EACH STATEMENT EXECUTE FUNCTION note_taken_out();

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
    note := CASE work WHEN 'activity' THEN 'note_changed_activity()'
      WHEN 'activity_item' THEN 'note_changed_hanging()' WHEN 'activity_place' THEN 'note_changed_hanging()'
      WHEN 'activity_breakdown' THEN 'note_changed_part(''splits'')' WHEN 'told_split' THEN 'note_changed_part(''splits'')'
      WHEN 'petition' THEN 'note_changed_part(''petitions'')' WHEN 'supervision' THEN 'note_changed_part(''supervisions'')'
      ELSE 'note_changed_supervision()' END;
    FOREACH event IN ARRAY ARRAY['INSERT ON %I REFERENCING NEW', 'UPDATE ON %I REFERENCING NEW', 'UPDATE ON %I REFERENCING OLD',
      'DELETE ON %I REFERENCING OLD']
    LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER ' || event || ' TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ' || note,
        'work_' || lower(split_part(event, ' ', 1) || '_' || split_part(event, ' ', 5)), work);
    END LOOP;
  END LOOP;
END $$;
