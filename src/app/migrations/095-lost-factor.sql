-- Whoever holds a lost telephone is out at once: with the second factor go the sessions that it opened.
CREATE FUNCTION end_sessions_of_lost_factor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET ended_at = now() WHERE home = NEW.home AND account_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_loses_factor AFTER UPDATE OF totp_sealed ON account FOR EACH ROW
  WHEN (OLD.totp_sealed IS NOT NULL AND NEW.totp_sealed IS NULL) EXECUTE FUNCTION end_sessions_of_lost_factor();
