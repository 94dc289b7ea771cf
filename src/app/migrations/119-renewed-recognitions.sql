-- The record that a recognition goes on with: the same person, recognised anew by a later list of the village. What is given to somebody in
-- a year is reckoned over these together (QĐ 12/2018/QĐ-TTg, Điều 5); a list that names somebody else says so, and goes on with none.
ALTER TABLE recognition ADD COLUMN renews uuid;
ALTER TABLE recognition ADD CHECK (renews <> id);
ALTER TABLE recognition ADD FOREIGN KEY (home, renews) REFERENCES recognition (home, id);
CREATE UNIQUE INDEX recognition_renews ON recognition (home, renews);

UPDATE recognition SET renews = earlier.id
FROM recognition_list list, recognition earlier
WHERE list.home = recognition.home AND list.id = recognition.list_id
  AND earlier.home = recognition.home AND earlier.body_id = recognition.body_id AND earlier.village_id = recognition.village_id
  AND earlier.id <> recognition.id AND earlier.ended_by = 'renewed' AND earlier.ended_on = list.decision_date
  AND earlier.list_id <> recognition.list_id
  -- Of several decisions of one day none can be told to follow the other.
  AND (SELECT count(*) FROM recognition one WHERE one.home = earlier.home AND one.body_id = earlier.body_id
    AND one.village_id = earlier.village_id AND one.ended_by = 'renewed' AND one.ended_on = earlier.ended_on) = 1
  AND (SELECT count(*) FROM recognition one JOIN recognition_list of ON of.home = one.home AND of.id = one.list_id
    WHERE one.home = recognition.home AND one.body_id = recognition.body_id AND one.village_id = recognition.village_id
      AND of.decision_date = list.decision_date) = 1;
