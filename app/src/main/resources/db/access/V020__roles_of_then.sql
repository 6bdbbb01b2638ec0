-- What somebody could read at an earlier moment depends on the roles, teams and posts of then.
ALTER TABLE access.user_team ADD COLUMN joined_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE access.user_team ALTER COLUMN joined_at SET DEFAULT now();
SELECT access.grant_owner('access.user_role', 'current_user = ''sl_owner''');
SELECT access.grant_owner('access.user_team', 'current_user = ''sl_owner''');

-- The roles of the reader of the open context at a moment; nobody else's can be asked for.
CREATE FUNCTION access.roles_at(p_at timestamptz) RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT r.role), '{}') FROM access.opened() c
    JOIN access.user_role r ON r.user_id = c.actor
   WHERE r.starts_at <= p_at AND (r.ends_at IS NULL OR r.ends_at > p_at)
$$;

-- For whatever purpose those roles allowed. The posts of then are the directory's to say, so they are
-- given; whatever they open, what is shown must be readable to the reader today as well.
CREATE FUNCTION access.readable_at(p_at timestamptz, p_posts text[]) RETURNS TABLE (record_key uuid, class text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT DISTINCT d.record_key, d.class
    FROM access.opened() c
    CROSS JOIN LATERAL (
      SELECT access.roles_at(p_at) AS roles,
             ARRAY(SELECT t.team FROM access.user_team t WHERE t.user_id = c.actor AND t.joined_at <= p_at
                    INTERSECT SELECT unnest(c.teams)) AS teams) h
    CROSS JOIN LATERAL (
      SELECT DISTINCT p.purpose FROM access.role_purpose p WHERE p.role = ANY (h.roles)) p
    CROSS JOIN LATERAL access.decide(
      c.actor, c.agency, h.roles, h.teams, p_posts, p.purpose, c.subjects, p_at) d
$$;
DROP FUNCTION access.readable_at(timestamptz);
GRANT EXECUTE ON FUNCTION access.roles_at(timestamptz), access.readable_at(timestamptz, text[]) TO sl_app;
