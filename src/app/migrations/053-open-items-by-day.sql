-- "Việc của tôi" counts the open items of a body by day and hands out those of the first days.
CREATE INDEX plan_item_open ON plan_item (home, due_on) WHERE dropped_reason IS NULL AND closed_at IS NULL;
DROP INDEX plan_item_due;
