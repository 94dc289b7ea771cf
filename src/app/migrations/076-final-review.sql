-- The final report of a programme covers its whole period, from the first year; frozen by every party it closes the programme.
ALTER TABLE review
  DROP CONSTRAINT review_kind_check,
  ADD CHECK (kind IN ('half-year', 'year', 'final')),
  ADD COLUMN first_year int,
  ADD CHECK ((kind = 'final') = (first_year IS NOT NULL)),
  ADD CHECK (first_year <= year);
