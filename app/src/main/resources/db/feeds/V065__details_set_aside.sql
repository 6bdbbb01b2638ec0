-- Of how many of a sender's messages that were read something was set aside or not understood, by the London day on
-- which they came in: no message fails for it, so that the sender is not paused.
CREATE TABLE feeds.noted_day (
  sender text NOT NULL,
  day date NOT NULL,
  read bigint NOT NULL,
  noted bigint NOT NULL,
  PRIMARY KEY (sender, day)
);

-- Senders of whom it is too many, and since when.
CREATE TABLE feeds.noted_since (
  sender text PRIMARY KEY,
  since timestamptz NOT NULL
);

SELECT access.guard_shared('feeds.noted_day');
SELECT access.guard_shared('feeds.noted_since');
SELECT access.grant_job('feeds.noted_day', 'pipeline', 'INSERT, UPDATE');
SELECT access.grant_job('feeds.noted_day', 'watch', 'DELETE');
SELECT access.grant_job('feeds.noted_since', 'watch', 'INSERT, DELETE');
