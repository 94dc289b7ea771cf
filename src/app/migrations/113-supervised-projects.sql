-- A project that is supervised is one of the target programme's catalogue ("2021-2025/DA9.2"), or free text where it is not in it.
ALTER TABLE supervision ADD COLUMN element text CHECK (element <> '' AND length(element) <= 40);
ALTER TABLE supervision ADD CHECK (element IS NULL OR object_kind = 'project');
CREATE INDEX supervision_element ON supervision (home, element) WHERE element IS NOT NULL;
GRANT UPDATE (element) ON supervision TO phoihop_app;
