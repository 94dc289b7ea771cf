-- The sentences that compiling has told and that the sides have taken into a shared text or left out, each by its words with figures by
-- their condition: whatever compiling tells beyond them is shown to whoever writes. NULL for texts begun before this page.
ALTER TABLE review_text ADD COLUMN compiled jsonb;
GRANT UPDATE (compiled) ON review_text TO phoihop_app;
