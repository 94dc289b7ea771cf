-- When what a programme has its sides tell each other is due: so many working days after the cut-off of its profile.
ALTER TABLE programme ADD COLUMN reporting_due_after int NOT NULL DEFAULT 5 CHECK (reporting_due_after BETWEEN 0 AND 60);
