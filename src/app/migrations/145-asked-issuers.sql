-- Of which trusted issuers' certificates the site asks over the network whether they were called back: of none until an administrator says so.
ALTER TABLE trusted_issuer ADD asked boolean NOT NULL DEFAULT false;
GRANT UPDATE (asked) ON trusted_issuer TO phoihop_app;
