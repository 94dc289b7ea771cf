-- Reports look for the papers that work of a few kinds names, lists for one kind.
CREATE INDEX activity_kind ON activity (home, programme_id, kind) WHERE removed_at IS NULL;
