-- What of the directory bears on what follows from facts (areas, agencies, teams, posts, school days; nobody's
-- name), at each version that changed it: a rebuild derives each batch under the edition of its time.
CREATE TABLE directory.edition (
  -- The version that brought it.
  edition bigint PRIMARY KEY,
  entries jsonb NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
SELECT access.guard_shared('directory.edition');
SELECT access.grant_job('directory.edition', 'seed', 'INSERT');
