-- How many petitions a body has is counted from the index alone: it holds what the policy of the table asks.
CREATE INDEX petition_counted ON petition (home, body_id, received_on) INCLUDE (shared_at, programme_id);
