-- Ends the words of reasons that were given about records. The leaf keeps their salted hash, so that the
-- journal still verifies; whoever knows a reference may end words: only the program can compute one.
CREATE FUNCTION audit.erase_reasons(refs uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE erased bigint;
BEGIN
  IF NOT access.is_kind('eraser') THEN
    RAISE EXCEPTION 'reasons are ended by the eraser' USING ERRCODE = 'SL004';
  END IF;
  DELETE FROM audit.reason r USING audit.entry e
   WHERE e.writer = r.writer AND e.counter = r.counter AND e.record_refs && refs;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
GRANT EXECUTE ON FUNCTION audit.erase_reasons(uuid[]) TO sl_eraser;
