-- Everything that follows from facts, as last derived: a projection that a rebuild makes anew.

-- One row a person who was ever evaluated. "known" is what was known of their alerts and duties after
-- the last evaluation (ids and states only), from which the next one says what changed.
CREATE TABLE alerts.subject (
  subject text PRIMARY KEY,
  recheck_at timestamptz,
  evaluated_at timestamptz NOT NULL,
  known jsonb NOT NULL
);
CREATE INDEX subject_recheck ON alerts.subject (recheck_at) WHERE recheck_at IS NOT NULL;

-- Whose each record was at the last evaluation: what was known of two who became one is known of the one.
CREATE TABLE alerts.subject_record (
  record_key uuid PRIMARY KEY,
  subject text NOT NULL
);
CREATE INDEX subject_record_by_subject ON alerts.subject_record (subject);

-- The inverted index: which subjects a record, or somebody new at a place, could change.
CREATE TABLE alerts.depends_on_record (
  record_key uuid NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (record_key, subject)
);
CREATE INDEX depends_on_record_by_subject ON alerts.depends_on_record (subject);
CREATE TABLE alerts.depends_on_place (
  place text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (place, subject)
);
CREATE INDEX depends_on_place_by_subject ON alerts.depends_on_place (subject);

CREATE TABLE alerts.alert (
  subject text NOT NULL,
  reference text NOT NULL,
  rule text NOT NULL,
  raised_at timestamptz NOT NULL,
  grew_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered', 'passed', 'withdrawn')),
  certainty text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (subject, reference)
);
CREATE INDEX alert_by_reference ON alerts.alert (reference);

CREATE TABLE alerts.duty (
  subject text NOT NULL,
  key text NOT NULL,
  clock text NOT NULL,
  title text NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'overdue', 'discharged', 'ended')),
  rung int NOT NULL,
  next_at timestamptz,
  content jsonb NOT NULL,
  PRIMARY KEY (subject, key)
);
CREATE INDEX duty_open ON alerts.duty (due_at) WHERE state IN ('running', 'overdue');

-- Work lists: who is told of what, and who owes what. Ids and sentences without names.
CREATE TABLE alerts.told (
  recipient text NOT NULL,
  subject text NOT NULL,
  reference text NOT NULL,
  what text NOT NULL CHECK (what IN ('alert', 'duty', 'rung')),
  since timestamptz NOT NULL,
  opened_at timestamptz,
  opened_by text,
  acknowledged_at timestamptz,
  PRIMARY KEY (recipient, subject, reference, what)
);
CREATE INDEX told_by_subject ON alerts.told (subject, reference);

SELECT access.guard_closed('alerts.subject');
SELECT access.guard_closed('alerts.subject_record');
SELECT access.guard_closed('alerts.depends_on_record');
SELECT access.guard_closed('alerts.depends_on_place');
SELECT access.guard_subjects('alerts.alert', 'subject', 'EVENT');
SELECT access.guard_subjects('alerts.duty', 'subject', 'EVENT');
SELECT access.guard_addressed('alerts.told', 'recipient');
-- A recipient reads what they were told of, also before a context is opened for the subject.
CREATE POLICY told ON alerts.alert FOR SELECT TO sl_app
  USING (EXISTS (SELECT FROM alerts.told t WHERE t.subject = alert.subject AND t.reference = alert.reference));
CREATE POLICY told ON alerts.duty FOR SELECT TO sl_app
  USING (EXISTS (SELECT FROM alerts.told t WHERE t.subject = duty.subject AND t.reference = duty.key));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject', 'subject_record', 'depends_on_record', 'depends_on_place', 'alert', 'duty', 'told'] LOOP
    PERFORM access.grant_job(('alerts.' || t)::regclass, 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
