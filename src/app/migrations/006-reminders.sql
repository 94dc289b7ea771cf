-- How each person is reminded, after how many days a body's leaders hear of what was not done, and what has been told already.

-- No row: what rules.ts says for the person's roles. Times are of the clock in Vietnam.
CREATE TABLE reminder_setting (
  home uuid NOT NULL DEFAULT current_home(),
  account_id uuid NOT NULL,
  by_mail boolean NOT NULL,
  in_application boolean NOT NULL,
  address text,
  days_before int[] NOT NULL,
  on_day boolean NOT NULL,
  after_due boolean NOT NULL,
  quiet_from text CHECK (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_to text CHECK (quiet_to ~ '^[0-2][0-9]:[0-5][0-9]$'),
  digest_at text NOT NULL CHECK (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, account_id),
  CHECK (address IS NOT NULL OR NOT by_mail),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id)
);

CREATE TABLE reminder_escalation (
  home uuid NOT NULL DEFAULT current_home(),
  body_id uuid NOT NULL,
  days int NOT NULL CHECK (days BETWEEN 1 AND 60),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, body_id),
  FOREIGN KEY (home, body_id) REFERENCES body (home, id)
);

-- What one person is told on one day. It is claimed before the mail goes out; the id of the message is made of its id.
CREATE TABLE reminder_digest (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  address text,
  state text NOT NULL CHECK (state IN ('claimed', 'waiting', 'sent', 'unknown', 'given-up', 'in-application')),
  tries int NOT NULL DEFAULT 0,
  claimed_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (home, id),
  UNIQUE (home, account_id, day),
  CHECK (address IS NOT NULL OR state = 'in-application'),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id)
);
CREATE INDEX reminder_digest_open ON reminder_digest (home, claimed_at) WHERE state IN ('claimed', 'waiting');

-- One thing at one stage, told to one person: never twice, whatever stops in between.
CREATE TABLE reminder_sent (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  digest_id uuid NOT NULL,
  key text NOT NULL,
  stage text NOT NULL,
  title text NOT NULL,
  context text NOT NULL,
  address text NOT NULL,
  due_on date NOT NULL,
  in_application boolean NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (home, id),
  UNIQUE (home, account_id, key),
  FOREIGN KEY (home, account_id) REFERENCES account (home, id),
  FOREIGN KEY (home, digest_id) REFERENCES reminder_digest (home, id)
);
CREATE INDEX reminder_sent_digest ON reminder_sent (home, digest_id);
CREATE INDEX reminder_sent_unread ON reminder_sent (home, account_id) WHERE in_application AND read_at IS NULL;

-- Of the person alone: no administrator and no leader reads how, or of how much, somebody is reminded.
ALTER TABLE reminder_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_setting_own ON reminder_setting FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));
ALTER TABLE reminder_digest ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_digest_own ON reminder_digest FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));
ALTER TABLE reminder_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_sent_own ON reminder_sent FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR account_id = (SELECT current_account())));
ALTER TABLE reminder_escalation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_escalation_own ON reminder_escalation FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR body_id = (SELECT current_body())));

GRANT SELECT, INSERT, UPDATE, DELETE ON reminder_setting, reminder_escalation, reminder_digest, reminder_sent TO phoihop_app;
