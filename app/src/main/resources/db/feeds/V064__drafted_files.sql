-- A file that somebody chose in a form and did not send yet: sealed like the draft that it belongs to, and
-- ended with it.
CREATE TABLE feeds.draft_file (
  actor text NOT NULL,
  form text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (actor, form),
  FOREIGN KEY (actor, form) REFERENCES feeds.draft ON DELETE CASCADE
);
SELECT access.guard_closed('feeds.draft_file');
SELECT access.grant_reader('feeds.draft_file', 'SELECT, INSERT, UPDATE, DELETE', 'actor = (SELECT access.actor())');
