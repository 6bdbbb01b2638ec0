-- An erasure uses its approval in the eraser's own transaction, and ends words and relationships with the
-- record that they were about.
CREATE OR REPLACE FUNCTION access.use_approval(p_approval bigint, p_action text, p_digest bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE context access.context := access.opened();
BEGIN
  UPDATE access.approval a SET used_at = now()
   WHERE a.approval_id = p_approval AND a.action = p_action AND a.digest = p_digest
     AND a.used_at IS NULL AND a.approved_at > now() - interval '24 hours'
     AND (context.kind IN ('job', 'eraser') OR a.asked_by = context.actor);
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION access.use_approval(bigint, text, bytea) TO sl_eraser;

SELECT access.grant_kind('access.relationship', 'eraser', 'SELECT, DELETE');
SELECT access.grant_kind('access.emergency', 'eraser', 'SELECT, UPDATE');
REVOKE UPDATE ON access.emergency FROM sl_eraser;
GRANT UPDATE (reason) ON access.emergency TO sl_eraser;
