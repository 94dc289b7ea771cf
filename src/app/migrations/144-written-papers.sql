-- A paper that is written in the product itself (a letter that corrects another, an invitation, a note of agreement): its content stands with it.
ALTER TABLE paper ADD written jsonb, ADD CHECK ((source_kind = 'written') = (written IS NOT NULL));
GRANT UPDATE (written, subject) ON paper TO phoihop_app;
CREATE TRIGGER paper_written_stands BEFORE UPDATE OF written, subject ON paper
  FOR EACH ROW WHEN (OLD.state <> 'draft' AND (NEW.written IS DISTINCT FROM OLD.written
    OR (NEW.written IS NOT NULL AND NEW.subject IS DISTINCT FROM OLD.subject)))
  EXECUTE FUNCTION keep_wording();

CREATE OR REPLACE FUNCTION holds_record(record_kind text, record uuid, programme uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
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
    -- A paper that was handed in as it is, or that was written as one.
    WHEN record_kind IN ('file', 'written') THEN RETURN CASE WHEN programme IS NULL THEN share_of('papers') ELSE holds_piece('programme', programme) END;
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
