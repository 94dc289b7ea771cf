-- Who read a sensitive record, when and why: written in the same transaction as the reading, never changed, never taken out.
-- Law 91/2025/QH15 on personal data: each reading has a stated purpose that can be looked up afterwards.

CREATE TABLE access_log (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  body_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind <> ''),
  subject_id uuid NOT NULL,
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 5 AND 300),
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);
CREATE INDEX access_log_body ON access_log (home, body_id, at);
CREATE INDEX access_log_subject ON access_log (home, subject_kind, subject_id);

-- The log answers to those who answer for the body.
CREATE FUNCTION answers_for_body() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM account WHERE home = current_home() AND id = current_account() AND body_id = current_body()
    AND disabled_at IS NULL AND roles && ARRAY['leader', 'administrator']) $$;

ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
-- Nobody reads in another's name, the site itself included: a job has no purpose to state.
CREATE POLICY access_log_append ON access_log FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND account_id = (SELECT current_account()) AND body_id = (SELECT current_body()));
CREATE POLICY access_log_read ON access_log FOR SELECT
  USING (home = (SELECT current_home()) AND body_id = (SELECT current_body()) AND (SELECT answers_for_body()));

GRANT SELECT, INSERT ON access_log TO phoihop_app;
