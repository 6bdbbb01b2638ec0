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
