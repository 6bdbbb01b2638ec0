-- The planner's statistics quote values of rows, also of rows that are gone: after an erasure they are drawn
-- anew, for every table of the installation. An empty table keeps its old ones unless they are cleared.
CREATE FUNCTION facts.draw_statistics_anew() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  t record;
  filled boolean;
BEGIN
  IF NOT access.is_job('pipeline') THEN
    RAISE EXCEPTION 'statistics are drawn anew by the pipeline' USING ERRCODE = 'SL004';
  END IF;
  FOR t IN
    SELECT n.nspname, c.relname, c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE')
       AND c.reltuples >= 0
  LOOP
    IF current_setting('server_version_num')::integer >= 180000 THEN
      PERFORM pg_clear_attribute_stats(t.nspname, t.relname, a.attname, false)
         FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped;
    END IF;
    EXECUTE format('ANALYZE %I.%I', t.nspname, t.relname);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION facts.draw_statistics_anew() TO sl_job;
