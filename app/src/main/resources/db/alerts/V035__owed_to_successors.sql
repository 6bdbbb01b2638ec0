-- What another agency owes to a closed one is owed to whoever has its work.
DO $$
BEGIN
  EXECUTE format('DROP POLICY %I ON alerts.duty', 'reader_' || md5('started_by = (SELECT access.agency())') || '_select');
END $$;
SELECT access.grant_reader('alerts.duty', 'SELECT', 'started_by = ANY ((SELECT access.agencies())::text[])');
