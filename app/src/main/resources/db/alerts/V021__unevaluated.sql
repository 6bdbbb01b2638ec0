-- People for whom it could not be worked out what follows, because a rule or a clock failed: what was known of
-- them stays, it is tried again, and it is said wherever their page is read.
CREATE TABLE alerts.unevaluated (
  subject text PRIMARY KEY,
  since timestamptz NOT NULL,
  tries int NOT NULL,
  retry_at timestamptz NOT NULL
);
CREATE INDEX unevaluated_retry ON alerts.unevaluated (retry_at);
SELECT access.guard_subjects('alerts.unevaluated', 'subject', 'EVENT');
SELECT access.grant_job('alerts.unevaluated', 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('alerts.unevaluated', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('alerts.unevaluated', 'watch', 'SELECT');
