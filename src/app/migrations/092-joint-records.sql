-- Which merge put a record under an item of the other side: once the two are parted, the item goes with it.
ALTER TABLE activity_item ADD COLUMN merge_id uuid;
ALTER TABLE activity_item ADD FOREIGN KEY (home, merge_id) REFERENCES activity_merge (home, id);
CREATE INDEX activity_item_merge ON activity_item (home, merge_id) WHERE merge_id IS NOT NULL;
DROP POLICY activity_item_join ON activity_item;
CREATE POLICY activity_item_join ON activity_item FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND EXISTS (SELECT FROM activity_merge m WHERE m.home = activity_item.home
    AND m.id = merge_id AND m.kept_id = activity_id AND m.state = 'agreed' AND m.merged_body = (SELECT current_body())));
CREATE POLICY activity_item_part ON activity_item FOR DELETE
  USING (home = (SELECT current_home()) AND EXISTS (SELECT FROM activity_merge m WHERE m.home = activity_item.home
    AND m.id = merge_id AND m.merged_body = (SELECT current_body())));

-- A side proposes for a record of its own; the other answers and parts, the one that proposed withdraws.
DROP POLICY activity_merge_propose ON activity_merge;
CREATE POLICY activity_merge_propose ON activity_merge FOR INSERT
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (kept_body = (SELECT current_body()) AND state = 'proposed' AND programme_id IN (SELECT my_programmes())
      AND EXISTS (SELECT FROM activity a WHERE a.home = activity_merge.home AND a.id = kept_id AND a.owner_body = kept_body)
      AND EXISTS (SELECT FROM activity a WHERE a.home = activity_merge.home AND a.id = merged_id AND a.owner_body = merged_body))));
DROP POLICY activity_merge_answer ON activity_merge;
CREATE POLICY activity_merge_answer ON activity_merge FOR UPDATE
  USING (home = (SELECT current_home()) AND ((SELECT is_system()) OR (SELECT current_body()) IN (kept_body, merged_body)))
  WITH CHECK (home = (SELECT current_home()) AND ((SELECT is_system())
    OR (merged_body = (SELECT current_body()) AND state IN ('agreed', 'declined', 'parted'))
    OR (kept_body = (SELECT current_body()) AND state = 'withdrawn')));

-- The record that an activity counts by: the joint one that it was taken in by, else its own. Within the rights of who asks.
CREATE FUNCTION standing_activity(of uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT kept_id FROM activity_merge WHERE home = current_home() AND merged_id = of AND state = 'agreed'), of)
$$;
-- The records that count by this one: itself, and those that it took in.
CREATE FUNCTION records_of(standing uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT standing UNION ALL SELECT merged_id FROM activity_merge WHERE home = current_home() AND kept_id = standing AND state = 'agreed'
$$;
