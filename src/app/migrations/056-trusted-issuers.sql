-- Issuers of certificates that the site trusts when it verifies signatures (Nghị định 68/2024/NĐ-CP): put there by hand, asked of no
-- network. One that is trusted no longer stays, for what was told with it stays understandable.

CREATE TABLE trusted_issuer (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  certificate bytea NOT NULL CHECK (length(certificate) BETWEEN 100 AND 20000),
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  subject text NOT NULL CHECK (subject <> ''),
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  UNIQUE (home, fingerprint)
);

-- Read by everybody, so that every seal shown is judged alike; kept by the administrators.
ALTER TABLE trusted_issuer ENABLE ROW LEVEL SECURITY;
CREATE POLICY trusted_issuer_read ON trusted_issuer FOR SELECT USING (home = (SELECT current_home()));
CREATE POLICY trusted_issuer_keep ON trusted_issuer FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));
CREATE POLICY trusted_issuer_end ON trusted_issuer FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR is_administrator()));

GRANT SELECT, INSERT ON trusted_issuer TO phoihop_app;
GRANT UPDATE (ended_at) ON trusted_issuer TO phoihop_app;
