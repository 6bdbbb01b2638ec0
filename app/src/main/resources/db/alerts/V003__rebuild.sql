-- A rebuild compares what is kept with what it derives anew, and puts right what differs.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['subject', 'subject_record', 'depends_on_record', 'depends_on_place', 'alert', 'duty', 'told'] LOOP
    PERFORM access.grant_job(('alerts.' || t)::regclass, 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
