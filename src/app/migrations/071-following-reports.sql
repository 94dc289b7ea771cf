-- A frozen report never changes: what was wrong in it is put right by one that replaces it, what came later is added by one that supplements it.
ALTER TABLE review
  ADD COLUMN follows uuid,
  ADD COLUMN follow_kind text CHECK (follow_kind IN ('replaces', 'supplements')),
  ADD CHECK ((follows IS NULL) = (follow_kind IS NULL)),
  ADD FOREIGN KEY (home, follows) REFERENCES review (home, id);
DROP INDEX review_one;
CREATE UNIQUE INDEX review_one ON review (home, programme_id, owner_body, kind, year, coalesce(half, 0)) WHERE follows IS NULL;
-- One report follows another, so that the last one is never in doubt.
CREATE UNIQUE INDEX review_followed ON review (home, follows, owner_body) WHERE follows IS NOT NULL;
