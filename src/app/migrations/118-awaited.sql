-- Of work whose kind asks for an answer or sets a day: the day by which something is still to come, and whether there is an answer yet.
-- Both are written with the record, by the fields of its kind; what was recorded of the ready kinds before is told here.

ALTER TABLE activity ADD COLUMN due_on date;
ALTER TABLE activity ADD COLUMN awaits_answer boolean NOT NULL DEFAULT false;
GRANT UPDATE (due_on, awaits_answer) ON activity TO phoihop_app;

UPDATE activity SET due_on = (details ->> 'deadline')::date
WHERE kind = 'critique' AND details ? 'deadline' AND NOT details ? 'comments';

UPDATE activity SET awaits_answer = true,
  due_on = (details ->> 'deadline')::date
WHERE kind = 'urging'
  AND coalesce((details -> 'answers' ->> 'second')::numeric, 0) < coalesce((details -> 'answers' ->> 'first')::numeric, 1);

UPDATE activity SET awaits_answer = true
WHERE kind = 'advice' AND coalesce(details ->> 'outcome', 'waiting') = 'waiting';

CREATE INDEX activity_due ON activity (home, owner_body, due_on) WHERE due_on IS NOT NULL AND removed_at IS NULL;
CREATE INDEX activity_unanswered ON activity (home, held_on DESC, id DESC) WHERE awaits_answer AND removed_at IS NULL;
