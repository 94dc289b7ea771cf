-- What the head of the unit or a leader says with what they hand back is an instruction like the others, followed until it is done.
-- Where the subject was cleared afterwards, it counts as done by whoever laid it again.
INSERT INTO instruction (home, id, body_id, programme_id, clearance_id, words, due_on, given_by, given_at, done_by, done_at)
  SELECT c.home, gen_random_uuid(), c.body_id, c.programme_id, c.id, c.instruction, c.due_on, c.decided_by, c.decided_at,
    again.submitted_by, again.decided_at
  FROM clearance c
  LEFT JOIN LATERAL (SELECT later.submitted_by, later.decided_at FROM clearance later
    WHERE later.home = c.home AND later.body_id = c.body_id AND later.subject_id = c.subject_id AND later.state = 'cleared'
      AND later.submitted_at > c.submitted_at ORDER BY later.submitted_at LIMIT 1) again ON true
  WHERE c.state = 'returned' AND c.instruction IS NOT NULL AND c.decided_by IS NOT NULL;

ALTER TABLE clearance DROP COLUMN instruction;
