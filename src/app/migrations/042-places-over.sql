-- A focal point or member of the working group stands by a post of its own side (`responsibility`). The other sides see name and post
-- and, once that post has ended, that the place is empty and who stands in: neither accounts nor posts.
CREATE FUNCTION places_over(programme uuid, on_day date) RETURNS TABLE (subject_id uuid, holder_over boolean, deputy_over boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.subject_id,
    holder.disabled_at IS NOT NULL OR coalesce(held.to_on < on_day, false),
    coalesce(deputy.disabled_at IS NOT NULL OR stands_in.to_on < on_day, false)
  FROM responsibility r
    JOIN account holder ON holder.home = r.home AND holder.id = r.account_id
    LEFT JOIN post held ON held.home = r.home AND held.id = r.post_id
    LEFT JOIN account deputy ON deputy.home = r.home AND deputy.id = r.deputy_id
    LEFT JOIN post stands_in ON stands_in.home = r.home AND stands_in.id = r.deputy_post_id
  WHERE r.home = current_home() AND ((SELECT is_system()) OR programme IN (SELECT my_programmes()))
    AND ((r.subject_kind = 'focal-point' AND EXISTS (SELECT FROM focal_point f
        WHERE f.home = r.home AND f.id = r.subject_id AND f.body_id = r.body_id AND f.programme_id = programme))
      OR (r.subject_kind = 'member' AND EXISTS (SELECT FROM working_group_member m
        WHERE m.home = r.home AND m.id = r.subject_id AND m.body_id = r.body_id AND m.programme_id = programme)))
$$;
