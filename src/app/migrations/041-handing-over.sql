-- Work is taken on in a post: when that post ends it waits to be handed over, also where the person goes on in another.
ALTER TABLE responsibility
  ADD post_id uuid,
  ADD deputy_post_id uuid,
  ADD FOREIGN KEY (home, post_id) REFERENCES post (home, id),
  ADD FOREIGN KEY (home, deputy_post_id) REFERENCES post (home, id);
UPDATE responsibility r SET
  post_id = (SELECT p.id FROM post p WHERE p.home = r.home AND p.account_id = r.account_id ORDER BY p.to_on DESC NULLS FIRST, p.id LIMIT 1),
  deputy_post_id = (SELECT p.id FROM post p WHERE p.home = r.home AND p.account_id = r.deputy_id ORDER BY p.to_on DESC NULLS FIRST, p.id LIMIT 1);
GRANT UPDATE (post_id, deputy_post_id) ON responsibility TO phoihop_app;
