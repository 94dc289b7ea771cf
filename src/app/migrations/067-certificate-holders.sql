-- Whose certificate stands behind a file that was signed with another tool, and why the clerk took one of somebody else.

ALTER TABLE paper_copy ADD holder text, ADD holder_reason text CHECK (holder_reason <> ''),
  ADD CHECK (holder_reason IS NULL OR holder IS NOT NULL);
