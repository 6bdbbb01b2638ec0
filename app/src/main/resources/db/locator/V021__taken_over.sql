-- From when on an answer counts about somebody whose entry here was said to have ended while it runs on.
ALTER TABLE locator.wanted ADD COLUMN since timestamptz;
-- Whether it was asked if somebody answers for the person there; else whether an entry is held.
ALTER TABLE locator.asked ADD COLUMN taken_over boolean NOT NULL DEFAULT false;

-- For whom this installation answers: under a register in force, by an entry that nobody said has ended. Whoever
-- is in none of its lines is answered for by nobody here, whatever else is kept of them.
CREATE TABLE locator.answers (
  subject text PRIMARY KEY
);
SELECT access.guard_closed('locator.answers');
SELECT access.grant_job('locator.answers', 'pipeline', 'SELECT, INSERT, DELETE');
-- Without any link nobody keeps them up to date.
SELECT access.grant_job('locator.answers', 'watch', 'SELECT, DELETE');
