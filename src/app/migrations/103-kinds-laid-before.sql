-- A kind of work of a programme's own is laid before the own head of unit and leader, like everything else that the sides agree to.
ALTER TABLE clearance DROP CONSTRAINT clearance_subject_kind_check,
  ADD CHECK (subject_kind IN ('plan', 'review', 'package', 'amendment', 'indicator', 'meeting', 'request', 'own-kind'));
