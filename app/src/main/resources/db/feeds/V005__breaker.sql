-- A sender that fails or floods is paused for reading: its messages are received and acknowledged as ever, and
-- held here until it is released.

-- What was taken of each sender and what of it was set aside, by the minute in which it came in.
CREATE TABLE feeds.reading_minute (
  sender text NOT NULL,
  minute timestamptz NOT NULL,
  taken bigint NOT NULL,
  aside bigint NOT NULL,
  PRIMARY KEY (sender, minute)
);

CREATE TABLE feeds.pause (
  pause_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sender text NOT NULL,
  why text NOT NULL CHECK (why IN ('failing', 'flooding')),
  -- What was counted, in words.
  words text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  -- When a few of its messages are read next, to see; how often that was tried; how many of them are not read yet.
  probe_at timestamptz NOT NULL,
  probes integer NOT NULL DEFAULT 0,
  probing bigint NOT NULL DEFAULT 0,
  probe_failed boolean NOT NULL DEFAULT false,
  released_at timestamptz,
  -- Null when a probe could be read.
  released_by text
);
CREATE UNIQUE INDEX pause_open ON feeds.pause (sender) WHERE released_at IS NULL;

CREATE TABLE feeds.held (
  receipt_id bigint PRIMARY KEY,
  sender text NOT NULL,
  attempts smallint NOT NULL,
  corrects text
);
CREATE INDEX held_of ON feeds.held (sender, receipt_id);

-- Taken from a paused sender, to see whether it can be read.
ALTER TABLE feeds.unread ADD COLUMN probe boolean NOT NULL DEFAULT false;

SELECT access.guard_shared('feeds.reading_minute');
SELECT access.guard_shared('feeds.pause');
SELECT access.guard_shared('feeds.held');
SELECT access.grant_job('feeds.reading_minute', 'pipeline', 'INSERT, UPDATE, DELETE');
SELECT access.grant_job('feeds.pause', 'pipeline', 'INSERT, UPDATE');
SELECT access.grant_job('feeds.held', 'pipeline', 'INSERT, DELETE');
SELECT access.grant_job('feeds.unread', 'pipeline', 'INSERT');
SELECT access.grant_job('feeds.reading_minute', 'watch', 'DELETE');
SELECT access.grant_job('feeds.pause', 'watch', 'INSERT');
SELECT access.grant_kind('feeds.reading_minute', 'intake', 'DELETE');
SELECT access.grant_kind('feeds.pause', 'intake', 'UPDATE');
SELECT access.grant_kind('feeds.held', 'intake', 'DELETE');
