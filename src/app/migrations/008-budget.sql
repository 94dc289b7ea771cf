-- The budget estimate of a plan: each side's own lines, and what it has spent on them. Amounts are whole đồng.

CREATE TABLE budget_line (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  -- Null for what the plan costs as a whole.
  item_id uuid,
  -- The side that pays.
  body_id uuid NOT NULL,
  -- The order in which the side writes its lines.
  position int NOT NULL,
  content text NOT NULL CHECK (content <> ''),
  unit text NOT NULL CHECK (unit <> ''),
  quantity numeric(15, 3) NOT NULL CHECK (quantity >= 0),
  times numeric(15, 3) NOT NULL DEFAULT 1 CHECK (times >= 0),
  norm bigint NOT NULL CHECK (norm >= 0),
  -- What the norm rests on: a circular, a resolution of the province.
  basis text,
  source text NOT NULL CHECK (source IN ('own', 'ntp', 'other')),
  source_detail text,
  note text,
  created_by uuid,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (home, id),
  UNIQUE (home, id, plan_id, programme_id, body_id),
  FOREIGN KEY (home, plan_id, programme_id) REFERENCES plan (home, id, programme_id),
  FOREIGN KEY (home, item_id, programme_id) REFERENCES plan_item (home, id, programme_id),
  FOREIGN KEY (home, programme_id, body_id) REFERENCES programme_party (home, programme_id, body_id)
);
CREATE INDEX budget_line_plan ON budget_line (home, plan_id, position);

CREATE TABLE budget_spending (
  home uuid NOT NULL DEFAULT current_home(),
  id uuid NOT NULL,
  line_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  body_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  spent_on date NOT NULL,
  note text,
  -- The activity it was spent on, where it is one.
  activity_id uuid,
  created_by uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (home, id),
  FOREIGN KEY (home, line_id, plan_id, programme_id, body_id) REFERENCES budget_line (home, id, plan_id, programme_id, body_id),
  FOREIGN KEY (home, activity_id, programme_id) REFERENCES activity (home, id, programme_id)
);
CREATE INDEX budget_spending_line ON budget_spending (home, line_id);
CREATE INDEX budget_spending_plan ON budget_spending (home, plan_id);

-- Whoever sees the plan sees its budget; a side writes its own lines alone.
ALTER TABLE budget_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY budget_line_read ON budget_line FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR plan_id IN (SELECT p.id FROM plan p)));
CREATE POLICY budget_line_write ON budget_line FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND plan_id IN (SELECT p.id FROM plan p))));
ALTER TABLE budget_spending ENABLE ROW LEVEL SECURITY;
CREATE POLICY budget_spending_read ON budget_spending FOR SELECT
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR plan_id IN (SELECT p.id FROM plan p)));
CREATE POLICY budget_spending_write ON budget_spending FOR ALL
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (body_id = (SELECT current_body()) AND line_id IN (SELECT l.id FROM budget_line l
    WHERE l.body_id = (SELECT current_body())))));

GRANT SELECT, INSERT, UPDATE, DELETE ON budget_line, budget_spending TO phoihop_app;
