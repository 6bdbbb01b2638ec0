-- Who was told of an alert and of which of its findings, and what they did about it.

-- One row a telling. Its id is the message under which the ledger has it as a fact.
CREATE TABLE alerts.telling (
  telling_id uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  -- The record under which it was told: the telling goes with it when people are joined or separated.
  record_key uuid NOT NULL,
  reference text NOT NULL,
  rule text NOT NULL,
  manner text NOT NULL CHECK (manner IN ('first', 'nobody-there', 'in-place')),
  findings jsonb NOT NULL,
  told_at timestamptz NOT NULL
);
CREATE INDEX telling_by_subject ON alerts.telling (subject, reference);
CREATE INDEX telling_by_recipient ON alerts.telling (recipient, told_at);
CREATE INDEX telling_by_record ON alerts.telling (record_key);

-- That whoever was told opened it, or acknowledged it. The pipeline makes a fact of each.
CREATE TABLE alerts.seen (
  telling_id uuid NOT NULL REFERENCES alerts.telling ON DELETE CASCADE,
  step text NOT NULL CHECK (step IN ('opened', 'acknowledged')),
  way text NOT NULL CHECK (way IN ('work-list', 'fetch', 'callback', 'phone')),
  by_whom text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  taken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (telling_id, step)
);
CREATE INDEX seen_untaken ON alerts.seen (at) WHERE NOT taken;

-- Everybody about whom the reader may not even know that something was told: whose records, any of
-- them, touch the reader privately. Asked of work lists too, where no subject is named beforehand.
CREATE FUNCTION alerts.subjects_in_conflict() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT r.subject), '{}') FROM alerts.subject_record r
   WHERE r.record_key = ANY (access.barred_records())
$$;
GRANT EXECUTE ON FUNCTION alerts.subjects_in_conflict() TO sl_app;
SELECT access.grant_owner('alerts.subject_record', 'current_user = ''sl_owner''');

SELECT access.guard_addressed('alerts.telling', 'recipient');
SELECT access.forbid_conflicts('alerts.telling', 'record_key');
SELECT access.guard_closed('alerts.seen');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['told', 'telling', 'alert', 'duty'] LOOP
    EXECUTE format(
      'CREATE POLICY no_conflict_of_any_record ON alerts.%I AS RESTRICTIVE TO sl_app
         USING (NOT subject = ANY ((SELECT alerts.subjects_in_conflict())::text[]))', t);
  END LOOP;
END $$;

-- Whoever may read a child's events may know who else was told, and whether they opened it.
SELECT access.grant_reader('alerts.telling', 'SELECT',
  'subject = ANY ((SELECT access.readable_subjects(''EVENT''))::text[])');
SELECT access.grant_reader('alerts.seen', 'SELECT',
  'EXISTS (SELECT FROM alerts.telling t WHERE t.telling_id = seen.telling_id)');
-- A recipient opens and acknowledges what was put before them, in their own name.
SELECT access.grant_reader('alerts.seen', 'INSERT',
  'NOT taken AND by_whom = (SELECT access.actor()) AND EXISTS (SELECT FROM alerts.telling t
     WHERE t.telling_id = seen.telling_id AND t.recipient = ANY ((SELECT access.addresses())::text[]))');
-- Who was told in place of somebody else reads the alert as they would have.
CREATE POLICY telling ON alerts.alert FOR SELECT TO sl_app
  USING (EXISTS (SELECT FROM alerts.telling t WHERE t.subject = alert.subject AND t.reference = alert.reference
                    AND t.recipient = ANY ((SELECT access.addresses())::text[])));

SELECT access.grant_job('alerts.telling', 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('alerts.seen', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('alerts.telling', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
