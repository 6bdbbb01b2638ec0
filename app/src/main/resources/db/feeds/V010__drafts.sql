-- What somebody was writing and did not send yet: sealed, their own, for a week.
CREATE TABLE feeds.draft (
  actor text NOT NULL,
  -- Which form, by the opaque id of what it is about.
  form text NOT NULL,
  content bytea NOT NULL,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (actor, form)
);
SELECT access.guard_closed('feeds.draft');
SELECT access.grant_reader('feeds.draft', 'SELECT, INSERT, UPDATE, DELETE', 'actor = (SELECT access.actor())');
