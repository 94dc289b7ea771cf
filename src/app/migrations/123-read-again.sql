-- A reading that failed is begun again by a person of its body; one whose file bore a mark of secrecy is not: its file is gone.
DROP POLICY file_reading_stop ON file_reading;
CREATE POLICY file_reading_stop ON file_reading FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND file_id IS NOT NULL
    AND state IN ('reading', 'stopped', 'failed'))))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND state IN ('reading', 'stopped'))));
