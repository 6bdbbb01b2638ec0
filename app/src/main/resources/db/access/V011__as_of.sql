-- What the reader of the open context could have read of its subjects at an earlier moment: by the
-- relationships, seals, conflicts and emergencies of then.
CREATE FUNCTION access.readable_at(p_at timestamptz) RETURNS TABLE (record_key uuid, class text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT d.record_key, d.class
    FROM access.opened() c,
         access.decide(c.actor, c.agency, c.roles, c.teams, c.posts, c.purpose, c.subjects, p_at) d
$$;

-- Who else was related then to the records that the reader may read now.
CREATE FUNCTION access.related_at(p_at timestamptz) RETURNS TABLE (grantee_kind text, grantee text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT DISTINCT x.grantee_kind, x.grantee FROM access.relationship x
   WHERE x.record_key = ANY ((SELECT access.readable_records())::uuid[])
     AND x.starts_at <= p_at AND (x.ends_at IS NULL OR x.ends_at > p_at)
     AND x.grantee_kind IN ('agency', 'post')
$$;
GRANT EXECUTE ON FUNCTION access.readable_at(timestamptz), access.related_at(timestamptz) TO sl_app;
