-- How far organisations have come with what all published reviews recommended to them, as of a day: counts, and a name only
-- where several reviews ask it. A day that has rows keeps them.
CREATE TABLE library.organisation (
  on_day date NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  organisations integer NOT NULL,
  recommended integer NOT NULL,
  accepted integer NOT NULL,
  said_done integer NOT NULL,
  verified integer NOT NULL,
  slipped integer NOT NULL,
  PRIMARY KEY (on_day, number)
);
SELECT access.guard_shared('library.organisation');
SELECT access.grant_job('library.organisation', 'library', 'INSERT, UPDATE, DELETE');
