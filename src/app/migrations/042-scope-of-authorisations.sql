-- What an authorisation lets its holder do, as data beside the paper's own words: which acts, and in which programmes (null: in all).
ALTER TABLE authorisation
  ADD acts text[] NOT NULL DEFAULT ARRAY['agree', 'freeze', 'close', 'sign']
    CHECK (acts <@ ARRAY['agree', 'freeze', 'close', 'sign'] AND cardinality(acts) > 0),
  ADD programme_ids uuid[] CHECK (cardinality(programme_ids) > 0);
ALTER TABLE authorisation ALTER acts DROP DEFAULT;
