-- Minutes that are drafted from what was said of a record at a conference: once a day by each side, however often it is asked.
ALTER TABLE meeting
  ADD COLUMN about uuid,
  ADD COLUMN about_on date,
  ADD CONSTRAINT meeting_about_on CHECK ((about IS NULL) = (about_on IS NULL));
CREATE UNIQUE INDEX meeting_about ON meeting (home, by_body, about, about_on) WHERE about IS NOT NULL;
