-- The time stamp of a server (RFC 3161) over a paper that is sealed is one more copy of it, behind the others.

ALTER TABLE paper_copy DROP CONSTRAINT paper_copy_kind_check,
  ADD CHECK (kind IN ('frozen', 'signed', 'sealed', 'scan', 'stamped'));
