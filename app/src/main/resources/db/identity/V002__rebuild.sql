-- A rebuild compares what identity keeps with what it derives anew, and puts right what differs.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record', 'details', 'blocking', 'link', 'decision', 'person', 'anchor', 'undecided',
                           'withdrawn', 'address', 'spelling', 'address_block', 'place_decision'] LOOP
    PERFORM access.grant_job(('identity.' || t)::regclass, 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
