-- From a programme up to the one it carries out: the text of the upper level, and which clauses of ours carry out which of its.

CREATE TABLE parent_text (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('central', 'province')),
  title text NOT NULL CHECK (title <> ''),
  number text CHECK (number <> ''),
  issuer text NOT NULL CHECK (issuer <> ''),
  -- As read: path, label, heading and text of each, in order.
  clauses jsonb NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, programme_id),
  FOREIGN KEY (home, programme_id) REFERENCES programme (home, id)
);
CREATE INDEX parent_text_programme ON parent_text (home, programme_id);

CREATE TABLE parent_link (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  parent_id uuid NOT NULL,
  parent_path text NOT NULL CHECK (parent_path <> ''),
  -- Null where the clause is left out.
  child_path text,
  -- Null once it was taken back.
  how text CHECK (how IN ('as-is', 'adapted', 'left-out')),
  reason text CHECK (reason <> ''),
  decided_by uuid,
  decided_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE NULLS NOT DISTINCT (home, parent_id, parent_path, child_path),
  CHECK (how IS NULL OR (how = 'left-out') = (child_path IS NULL)),
  CHECK (how IS DISTINCT FROM 'left-out' OR reason IS NOT NULL),
  FOREIGN KEY (home, parent_id, programme_id) REFERENCES parent_text (home, id, programme_id),
  FOREIGN KEY (home, programme_id, child_path) REFERENCES clause (home, programme_id, path)
);
CREATE INDEX parent_link_programme ON parent_link (home, programme_id);

-- Joint: every party of the programme enters and confirms.
ALTER TABLE parent_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY parent_text_joint ON parent_text FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));
ALTER TABLE parent_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY parent_link_joint ON parent_link FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR programme_id IN (SELECT my_programmes())));

GRANT SELECT, INSERT ON parent_text, parent_link TO phoihop_app;
GRANT UPDATE (removed_at, version) ON parent_text TO phoihop_app;
GRANT UPDATE (how, reason, decided_by, decided_at, version) ON parent_link TO phoihop_app;
