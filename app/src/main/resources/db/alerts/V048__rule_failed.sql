-- Rules that fail for a person, and since when: what the others find of them goes on.
CREATE TABLE alerts.rule_failed (
  subject text NOT NULL,
  rule text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (subject, rule)
);
SELECT access.guard_subjects('alerts.rule_failed', 'subject', 'EVENT');
SELECT access.grant_job('alerts.rule_failed', 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('alerts.rule_failed', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('alerts.rule_failed', 'watch', 'SELECT');
