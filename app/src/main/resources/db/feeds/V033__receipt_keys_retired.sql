-- Two keys that sign receipts may be valid at once: a new one is published before the old one is retired, and
-- signs from then on. Receipts of a retired key verify for ever.
ALTER TABLE feeds.receipt_key ADD COLUMN retired_at timestamptz;
SELECT access.grant_job('feeds.receipt_key', 'accounts', 'INSERT, UPDATE');

-- What was set aside as it came in, since its bytes are no message: counted for the pause of a failing sender. Apart
-- from what is counted as it is read, so that nobody who sends ever waits for a batch.
CREATE TABLE feeds.arrival_minute (
  sender text NOT NULL,
  minute timestamptz NOT NULL,
  aside bigint NOT NULL,
  PRIMARY KEY (sender, minute)
);
SELECT access.guard_shared('feeds.arrival_minute');
SELECT access.grant_kind('feeds.arrival_minute', 'intake', 'INSERT, UPDATE, DELETE');
SELECT access.grant_job('feeds.arrival_minute', 'pipeline', 'DELETE');
SELECT access.grant_job('feeds.arrival_minute', 'watch', 'DELETE');
