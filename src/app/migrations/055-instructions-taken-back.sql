-- What was just said by mistake is taken back by whoever said it, before anybody has carried it out; the row stays.
ALTER TABLE instruction ADD taken_back_at timestamptz, ADD CHECK (taken_back_at IS NULL OR done_at IS NULL);
GRANT UPDATE (taken_back_at) ON instruction TO phoihop_app;
