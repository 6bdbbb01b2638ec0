-- When packs or the directory change, everybody is to be looked at again: a number goes up, and whoever was looked
-- at under a lower one is due, some at a time. No row of anybody is written before their turn.
CREATE TABLE alerts.look_again (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL,
  -- By the pipeline's clock.
  since timestamptz NOT NULL
);
INSERT INTO alerts.look_again (number, since) VALUES (0, '-infinity');
ALTER TABLE alerts.subject ADD COLUMN looked bigint NOT NULL DEFAULT 0;
CREATE INDEX subject_looked ON alerts.subject (looked, subject);

SELECT access.guard_closed('alerts.look_again');
SELECT access.grant_job('alerts.look_again', 'pipeline', 'SELECT, UPDATE');
SELECT access.grant_job('alerts.look_again', 'rebuild', 'SELECT, UPDATE');
