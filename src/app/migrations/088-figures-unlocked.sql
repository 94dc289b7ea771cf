-- A half-year that was closed by mistake is opened again by whoever asked for its figures, with the reason; nothing has gone out of the
-- house by closing it. What was reported stays as it was: only its state goes back.
ALTER TABLE cascade_ask
  ADD COLUMN unlocked_on date,
  ADD COLUMN unlock_reason text CHECK (unlock_reason <> ''),
  ADD CONSTRAINT cascade_ask_unlocked CHECK ((unlocked_on IS NULL) = (unlock_reason IS NULL));
GRANT UPDATE (unlocked_on, unlock_reason) ON cascade_ask TO phoihop_app;

ALTER POLICY cascade_answer_step ON cascade_answer USING (home = (SELECT current_home())
  AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state <> 'locked')
    OR (to_body = (SELECT current_body()) AND state IN ('sent', 'locked'))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (from_body = (SELECT current_body()) AND state = 'sent')
    OR to_body = (SELECT current_body())));

-- What is locked goes back to what was sent, by the level above, and in no other way.
CREATE OR REPLACE FUNCTION keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_system() AND NEW.figures IS DISTINCT FROM OLD.figures AND OLD.from_body <> current_body() THEN
    RAISE EXCEPTION 'figures are those of who reports them' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'locked' AND (NEW.state <> 'sent' OR NEW.sent_on <> OLD.sent_on OR NEW.figures IS DISTINCT FROM OLD.figures) THEN
    RAISE EXCEPTION 'what is locked stays' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT is_system() AND OLD.to_body = current_body() AND OLD.from_body <> current_body()
    AND NEW.state = 'sent' AND OLD.state <> 'locked' THEN
    RAISE EXCEPTION 'figures are sent by who reports them' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
