-- Duties whose start is not there any more, as they stood, with when and why they lapsed.
CREATE TABLE alerts.lapsed_duty (
  subject text NOT NULL,
  record_key uuid NOT NULL,
  key text NOT NULL,
  clock text NOT NULL,
  title text NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  rung int NOT NULL,
  content jsonb NOT NULL,
  lapsed_at timestamptz NOT NULL,
  because text NOT NULL CHECK (because IN ('entry-withdrawn', 'another-person', 'not-found', 'not-counted')),
  PRIMARY KEY (subject, key)
);
CREATE INDEX lapsed_by_record ON alerts.lapsed_duty (record_key);
CREATE INDEX lapsed_by_hash ON alerts.lapsed_duty (md5(key));

SELECT access.guard_subjects('alerts.lapsed_duty', 'subject', 'EVENT');
CREATE POLICY no_conflict_of_any_record ON alerts.lapsed_duty AS RESTRICTIVE TO sl_app
  USING (NOT subject = ANY ((SELECT alerts.subjects_in_conflict())::text[]));
SELECT access.grant_job('alerts.lapsed_duty', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('alerts.lapsed_duty', 'resolver', 'SELECT');
SELECT access.grant_job('alerts.lapsed_duty', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
