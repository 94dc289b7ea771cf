-- What a paper that came in is about, and letters by mail that did not leave.

ALTER TABLE incoming
  -- A petition or a request that it answers, or the clause by which a partner informs.
  ADD about_kind text CHECK (about_kind IN ('petition', 'request', 'duty')),
  ADD about_id uuid,
  ADD CHECK ((about_kind IS NULL) = (about_id IS NULL));
CREATE INDEX incoming_about ON incoming (home, about_id) WHERE about_id IS NOT NULL;
GRANT UPDATE (about_kind, about_id) ON incoming TO phoihop_app;

-- How often the mail server was asked in vain.
ALTER TABLE dispatch ADD tries int NOT NULL DEFAULT 0;
GRANT UPDATE (mail_to, tries, sent_at) ON dispatch TO phoihop_app;
-- A letter that did not leave, or of which nothing was heard for an hour, is sent again by the clerk of the sender.
CREATE POLICY dispatch_again ON dispatch FOR UPDATE
  USING (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND way = 'mail'
    AND (fate IN ('not-sent', 'unknown') OR (fate IS NULL AND sent_at < now() - interval '1 hour')))
  WITH CHECK (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND way = 'mail' AND fate IS NULL);
