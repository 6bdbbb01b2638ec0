-- Of the named subjects' records, those of which a reader may know that they exist: none that touches
-- the reader privately, none that is sealed as a whole against the reader. A stub names no others.
CREATE OR REPLACE FUNCTION access.known_records() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT (r ->> 0)::uuid), '{}')
    FROM access.opened() c, jsonb_array_elements(c.subjects) s, jsonb_array_elements(s -> 'records') r
   WHERE NOT (s ->> 'id') = ANY (c.barred_subjects)
     AND NOT EXISTS (
           SELECT FROM access.seal x
            WHERE x.record_key = (r ->> 0)::uuid AND x.class IS NULL
              AND x.starts_at <= now() AND (x.lifted_at IS NULL OR x.lifted_at > now())
              AND NOT EXISTS (
                    SELECT FROM access.seal_reader n
                     WHERE n.seal_id = x.seal_id
                       AND access.is_reader(n.reader_kind, n.reader, c.actor, c.teams, c.posts)))
$$;
GRANT EXECUTE ON FUNCTION access.known_records() TO sl_app;

-- How a source record, or a message, is named in the database: as the program derives it.
CREATE OR REPLACE FUNCTION access.key_of(named text) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$
  SELECT (substr(h, 1, 12) || '8' || substr(h, 14, 3)
          || translate(substr(h, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') || substr(h, 18, 15))::uuid
    FROM (SELECT encode(sha256(convert_to(named, 'UTF8')), 'hex') AS h) s
$$;

-- The messages that ask the reader's agency something about a named subject: they were sent to it, whatever
-- else of that person its people may open. None that touches the reader privately, none that is sealed, be
-- it by the record of the unborn child that the subject was.
CREATE OR REPLACE FUNCTION access.asked_messages() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT access.key_of(
           regexp_replace(regexp_replace(x.reason_fact, '#[0-9]+$', ''), '/', ':'))), '{}')
    FROM access.opened() c
    JOIN access.relationship x ON x.record_key = ANY (access.known_records())
   WHERE x.kind = 'asked' AND x.grantee_kind = 'agency' AND x.grantee = ANY (c.agencies)
     AND x.starts_at <= now() AND (x.ends_at IS NULL OR x.ends_at > now())
     AND EXISTS (SELECT FROM access.role_purpose p WHERE p.role = ANY (c.roles) AND p.purpose = c.purpose)
     AND NOT EXISTS (
           SELECT FROM access.conflict t
            WHERE t.record_key = x.follows AND t.actor = c.actor
              AND t.starts_at <= now() AND (t.ends_at IS NULL OR t.ends_at > now()))
     AND NOT EXISTS (
           SELECT FROM access.seal s
            WHERE s.record_key IN (x.record_key, x.follows) AND (s.class IS NULL OR s.class = 'EVENT')
              AND s.starts_at <= now() AND (s.lifted_at IS NULL OR s.lifted_at > now())
              AND NOT EXISTS (
                    SELECT FROM access.seal_reader n
                     WHERE n.seal_id = s.seal_id
                       AND access.is_reader(n.reader_kind, n.reader, c.actor, c.teams, c.posts)))
$$;
GRANT EXECUTE ON FUNCTION access.asked_messages() TO sl_app;
