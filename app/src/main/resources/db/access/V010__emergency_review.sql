-- A privacy officer's review of emergency access has an outcome and a note.
ALTER TABLE access.emergency ADD COLUMN note text;

CREATE FUNCTION access.review_emergency(p_emergency bigint, p_outcome text, p_note text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  IF NOT access.review_emergency(p_emergency, p_outcome) THEN
    RETURN false;
  END IF;
  UPDATE access.emergency SET note = p_note WHERE emergency_id = p_emergency;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION access.review_emergency(bigint, text, text) TO sl_app;
