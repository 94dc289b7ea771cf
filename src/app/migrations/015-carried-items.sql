-- What an item says of its place and of whom it is for, and the unfinished item of an earlier year that it goes on with.

ALTER TABLE plan_item
  -- Places by id: none is the whole province; null where nothing is said.
  ADD places uuid[],
  -- Groups that take part, never persons.
  ADD audience text CHECK (audience <> ''),
  ADD carried_from uuid,
  ADD carry_reason text CHECK (carry_reason <> ''),
  ADD CHECK ((carried_from IS NULL) = (carry_reason IS NULL)),
  ADD CHECK (carried_from <> id),
  ADD FOREIGN KEY (home, carried_from, programme_id) REFERENCES plan_item (home, id, programme_id);
-- A plan goes on with an item once.
CREATE UNIQUE INDEX plan_item_carried ON plan_item (home, carried_from, plan_id) WHERE carried_from IS NOT NULL;
