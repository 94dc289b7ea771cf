-- Activities entered as a table. Of a file that is taken whole or not at all the rows are held back, out of every sum, until its last
-- row is in: `import_id` says of which entry.
ALTER TABLE activity ADD COLUMN import_id uuid;
ALTER TABLE activity ADD CHECK (import_id IS NULL OR removed_at IS NOT NULL);
CREATE INDEX activity_import ON activity (home, import_id) WHERE import_id IS NOT NULL;
GRANT UPDATE (import_id) ON activity TO phoihop_app;
