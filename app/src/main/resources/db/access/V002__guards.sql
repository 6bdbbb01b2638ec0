-- How a migration guards a table. Every table of every room is guarded by one of the first four
-- functions and granted by the others; a test fails on a table that is not.
--
--   SELECT access.guard_records('facts.fact', 'record_key', 'class');     rows of one source record
--   SELECT access.guard_record_sets('facts.fact', 'record_keys', 'class');  rows of several
--   SELECT access.guard_subjects('screening.finding', 'subject', 'EVENT'); rows about one person
--   SELECT access.guard_addressed('alerts.delivery', 'recipient');        rows addressed to somebody
--   SELECT access.guard_shared('duties.pack');                            no personal data: any context
--   SELECT access.guard_closed('feeds.raw_message');                      no reader at all
--   SELECT access.grant_job('facts.fact', 'pipeline', 'SELECT, INSERT');
--   SELECT access.grant_kind('feeds.receipt', 'intake', 'SELECT, INSERT');
--   SELECT access.grant_reader_write('web.draft', 'INSERT, UPDATE, DELETE', 'actor = (SELECT access.actor())');

-- Row security on, forced on the owner as well, and a restrictive policy that raises without a context.
CREATE FUNCTION access.guard_closed(guarded regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format(
    'CREATE POLICY context_open ON %s AS RESTRICTIVE
       TO sl_app, sl_job, sl_intake, sl_eraser, sl_audit_sequencer
       USING ((SELECT access.context_open())) WITH CHECK ((SELECT access.context_open()))', guarded);
END $$;

CREATE FUNCTION access.guard_shared(guarded regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY any_context ON %s FOR SELECT TO sl_app, sl_job, sl_intake
       USING ((SELECT access.context_open()))', guarded);
  EXECUTE format('GRANT SELECT ON %s TO sl_app, sl_job, sl_intake', guarded);
END $$;

-- An expression over the class column: the records of which that class may be read. Each branch is
-- computed at most once a query, and only if a row of that class is met.
CREATE FUNCTION access.by_class(class_column text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
AS $$
  SELECT format('CASE %I ', class_column)
         || string_agg(format('WHEN %L THEN (SELECT access.readable_records(%L))', c, c), ' ')
         || ' ELSE ''{}''::uuid[] END'
    FROM unnest(ARRAY['CORE', 'ADDRESS', 'EVENT', 'HEALTH', 'SCHOOL', 'HOUSING', 'POLICE', 'HEALTH_SPECIAL',
                      'CRIMINAL', 'WITNESS_VICTIM', 'THIRD_PARTY', 'ADDRESS_SHIELDED', 'ADOPTION', 'COVERT',
                      'LEGAL_PRIVILEGE']) c
$$;

-- Rows of one source record (column of type uuid) and one class (column of type text).
CREATE FUNCTION access.guard_records(guarded regclass, record_column text, class_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY reader ON %s FOR SELECT TO sl_app
       USING (%2$I = ANY ((SELECT access.readable_records())::uuid[]) AND %2$I = ANY (%3$s))',
    guarded, record_column, access.by_class(class_column));
  EXECUTE format(
    'CREATE POLICY no_conflict ON %s AS RESTRICTIVE FOR SELECT TO sl_app
       USING (NOT %I = ANY ((SELECT access.barred_records())::uuid[]))', guarded, record_column);
  EXECUTE format('GRANT SELECT ON %s TO sl_app', guarded);
END $$;

-- The same for a table in which every row has the same class, which is given.
CREATE FUNCTION access.guard_records_of(guarded regclass, record_column text, of_class text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY reader ON %s FOR SELECT TO sl_app
       USING (%I = ANY ((SELECT access.readable_records(%L))::uuid[]))', guarded, record_column, of_class);
  EXECUTE format(
    'CREATE POLICY no_conflict ON %s AS RESTRICTIVE FOR SELECT TO sl_app
       USING (NOT %I = ANY ((SELECT access.barred_records())::uuid[]))', guarded, record_column);
  EXECUTE format('GRANT SELECT ON %s TO sl_app', guarded);
END $$;

-- Rows of several source records (column of type uuid[]): readable through any, barred by any. The
-- operator && is not leakproof, so under row security no index on the array is used: reach such rows by
-- plain equality, through a table of (record_key, row's key) that has guards of its own.
CREATE FUNCTION access.guard_record_sets(guarded regclass, records_column text, class_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY reader ON %s FOR SELECT TO sl_app USING (%I && (%s))',
    guarded, records_column, access.by_class(class_column));
  EXECUTE format(
    'CREATE POLICY no_conflict ON %s AS RESTRICTIVE FOR SELECT TO sl_app
       USING (NOT %I && (SELECT access.barred_records()))', guarded, records_column);
  EXECUTE format('GRANT SELECT ON %s TO sl_app', guarded);
END $$;

-- Rows about one named subject (column of type text), to those who may read that class of anything of it.
CREATE FUNCTION access.guard_subjects(guarded regclass, subject_column text, of_class text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY reader ON %s FOR SELECT TO sl_app
       USING (%I = ANY ((SELECT access.readable_subjects(%L))::text[]))', guarded, subject_column, of_class);
  EXECUTE format(
    'CREATE POLICY no_conflict ON %s AS RESTRICTIVE FOR SELECT TO sl_app
       USING (NOT %I = ANY ((SELECT access.barred_subjects())::text[]))', guarded, subject_column);
  EXECUTE format('GRANT SELECT ON %s TO sl_app', guarded);
END $$;

-- Rows addressed to an actor, post, team or AGENCY/ROLE (column of type text): a work list. Such rows
-- hold ids and sentences for their recipient; what they point to has guards of its own.
CREATE FUNCTION access.guard_addressed(guarded regclass, address_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.guard_closed(guarded);
  EXECUTE format(
    'CREATE POLICY reader ON %s FOR SELECT TO sl_app
       USING (%I = ANY ((SELECT access.addresses())::text[]))', guarded, address_column);
  EXECUTE format('GRANT SELECT ON %s TO sl_app', guarded);
END $$;

-- For a table of addressed rows that also names a source record: nothing that touches the reader privately.
CREATE FUNCTION access.forbid_conflicts(guarded regclass, record_column text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  EXECUTE format(
    'CREATE POLICY no_conflict ON %s AS RESTRICTIVE TO sl_app
       USING (NOT %I = ANY ((SELECT access.barred_records())::uuid[]))', guarded, record_column);
END $$;

-- Gives a named job some of SELECT, INSERT, UPDATE, DELETE.
CREATE FUNCTION access.grant_job(guarded regclass, job text, privileges text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.grant_when(guarded, 'sl_job', 'job_' || job, privileges, format('(SELECT access.is_job(%L))', job));
END $$;

-- Gives a kind of context (intake, eraser, sequencer) some of SELECT, INSERT, UPDATE, DELETE.
CREATE FUNCTION access.grant_kind(guarded regclass, kind text, privileges text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.grant_when(
    guarded,
    CASE kind WHEN 'intake' THEN 'sl_intake' WHEN 'eraser' THEN 'sl_eraser' WHEN 'sequencer' THEN 'sl_audit_sequencer' END,
    'kind_' || kind, privileges, format('(SELECT access.is_kind(%L))', kind));
END $$;

-- Gives readers some of SELECT, INSERT, UPDATE, DELETE on rows for which the condition holds.
CREATE FUNCTION access.grant_reader(guarded regclass, privileges text, condition text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.grant_when(guarded, 'sl_app', 'reader_' || md5(condition), privileges, condition);
END $$;

CREATE FUNCTION access.grant_when(guarded regclass, grantee text, name text, privileges text, condition text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE privilege text;
BEGIN
  FOREACH privilege IN ARRAY regexp_split_to_array(privileges, '\s*,\s*') LOOP
    EXECUTE format(
      'CREATE POLICY %I ON %s FOR %s TO %I %s %s', name || '_' || lower(privilege), guarded, privilege, grantee,
      CASE WHEN privilege <> 'INSERT' THEN format('USING (%s)', condition) END,
      CASE WHEN privilege IN ('INSERT', 'UPDATE') THEN format('WITH CHECK (%s)', condition) END);
    EXECUTE format('GRANT %s ON %s TO %I', privilege, guarded, grantee);
  END LOOP;
END $$;

-- Lets the functions of a schema's owner work on a table: SECURITY DEFINER code only, nobody logs in so.
CREATE FUNCTION access.grant_owner(guarded regclass, condition text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
  EXECUTE format(
    'CREATE POLICY owner ON %s TO sl_owner USING (%s) WITH CHECK (%s)', guarded, condition, condition);
END $$;

-- This room's own tables.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['relationship', 'conflict', 'seal', 'seal_reader', 'emergency', 'role_class',
                           'role_purpose', 'role_emergency', 'signing_key', 'context'] LOOP
    PERFORM access.guard_closed(('access.' || t)::regclass);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['relationship', 'conflict', 'seal', 'seal_reader', 'emergency', 'role_class',
                           'role_purpose', 'role_emergency', 'signing_key'] LOOP
    PERFORM access.grant_owner(('access.' || t)::regclass, 'current_user = ''sl_owner''');
  END LOOP;
END $$;
CREATE POLICY own_transaction ON access.context TO sl_owner
  USING (transaction_id = pg_current_xact_id_if_assigned());
CREATE POLICY finished ON access.context FOR DELETE TO sl_owner
  USING (opened_at < now() - interval '1 hour');
CREATE POLICY finished_seen ON access.context FOR SELECT TO sl_owner
  USING (opened_at < now() - interval '1 hour');

-- The pipeline publishes and ends relationships, conflicts that it found, and seals.
SELECT access.grant_job('access.relationship', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('access.conflict', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('access.seal', 'pipeline', 'SELECT, INSERT, UPDATE');
SELECT access.grant_job('access.seal_reader', 'pipeline', 'SELECT, INSERT');

GRANT EXECUTE ON FUNCTION access.begin(text, text, bytea)
  TO sl_app, sl_job, sl_intake, sl_eraser, sl_audit_sequencer;
GRANT EXECUTE ON FUNCTION
  access.context_open(), access.kind(), access.actor(), access.agency(), access.session(), access.purpose(),
  access.roles(), access.barred_records(), access.barred_subjects(), access.is_job(text), access.is_kind(text),
  access.readable_records(), access.readable_records(text), access.readable(), access.readable_subjects(text),
  access.addresses()
  TO sl_app, sl_job, sl_intake, sl_eraser, sl_audit_sequencer;
GRANT EXECUTE ON FUNCTION access.sweep() TO sl_job;
