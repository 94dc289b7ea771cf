-- Failed sign-ins are counted by the name that was typed, known or not: the answer and its delay tell nobody which names exist.
-- Kept as a hash, since people type passwords into the wrong field.
CREATE TABLE sign_in_attempt (
  home uuid NOT NULL DEFAULT current_home(),
  name_hash bytea NOT NULL,
  failed_count int NOT NULL CHECK (failed_count > 0),
  locked_until timestamptz,
  at timestamptz NOT NULL,
  PRIMARY KEY (home, name_hash)
);
ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_in_attempt_site ON sign_in_attempt FOR ALL
  USING (home = (SELECT current_home()) AND (SELECT is_system()));
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO phoihop_app;

-- The secret of a second factor is sealed with a key that lies outside the database and every backup; a plain one is not kept on:
-- its person enrols the telephone once more.
ALTER TABLE account
  DROP COLUMN failed_count,
  DROP COLUMN locked_until,
  DROP COLUMN totp_secret,
  ADD totp_sealed bytea;

-- Who of a side answers for a piece of work, and who stands in. The side's own; never shown to another.
CREATE TABLE responsibility (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind <> ''),
  subject_id uuid NOT NULL,
  account_id uuid NOT NULL,
  deputy_id uuid,
  since date NOT NULL,
  PRIMARY KEY (home, body_id, subject_kind, subject_id),
  CHECK (deputy_id <> account_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, deputy_id) REFERENCES account (home, id)
);
CREATE INDEX responsibility_account ON responsibility (home, account_id);
ALTER TABLE responsibility ENABLE ROW LEVEL SECURITY;
CREATE POLICY responsibility_own ON responsibility FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body()))
    AND is_of_body(account_id, body_id) AND (deputy_id IS NULL OR is_of_body(deputy_id, body_id)));
GRANT SELECT, INSERT, DELETE ON responsibility TO phoihop_app;
GRANT UPDATE (account_id, deputy_id, since) ON responsibility TO phoihop_app;
