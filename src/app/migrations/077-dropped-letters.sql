-- A letter by mail of which nothing was heard for an hour is sent again like one that did not leave.
DROP POLICY dispatch_again ON dispatch;
CREATE POLICY dispatch_again ON dispatch FOR UPDATE
  USING (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND way = 'mail'
    AND (fate IN ('not-sent', 'unknown') OR (fate IS NULL AND sent_at < now() - interval '1 hour')))
  WITH CHECK (home = (SELECT current_home()) AND from_body = (SELECT current_body()) AND way = 'mail' AND fate IS NULL);
