-- Whoever works for an agency reads as it, and as the closed agencies whose work it has: the program says
-- which in the signed context, from the directory.
ALTER TABLE access.context ADD COLUMN agencies text[] NOT NULL DEFAULT '{}';

-- An account moves from agency to agency; what somebody could read on a day goes by the agency of that day.
CREATE TABLE access.user_agency (
  user_id text NOT NULL REFERENCES access.user_account,
  agency text NOT NULL,
  -- Up to this moment; from then on the next one, or the account's.
  until timestamptz NOT NULL,
  PRIMARY KEY (user_id, until)
);
SELECT access.guard_closed('access.user_agency');
SELECT access.grant_job('access.user_agency', 'accounts', 'SELECT, INSERT');
SELECT access.grant_owner('access.user_agency', 'current_user = ''sl_owner''');

DROP FUNCTION access.readable_at(timestamptz, text[]);
DROP FUNCTION access.decide(text, text, text[], text[], text[], text, jsonb, timestamptz);

-- Which classes of which records a reader may see, as before, for several agencies.
CREATE FUNCTION access.decide(
  p_actor text, p_agencies text[], p_roles text[], p_teams text[], p_posts text[],
  p_purpose text, p_subjects jsonb, p_at timestamptz)
RETURNS TABLE (subject text, record_key uuid, class text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  WITH record AS (
    SELECT s ->> 'id' AS subject, (r ->> 0)::uuid AS record_key, r ->> 1 AS agency
      FROM jsonb_array_elements(p_subjects) s, jsonb_array_elements(s -> 'records') r),
  barred AS (
    SELECT r.subject FROM record r JOIN access.conflict c ON c.record_key = r.record_key
     WHERE c.actor = p_actor AND c.starts_at <= p_at AND (c.ends_at IS NULL OR c.ends_at > p_at)),
  related AS (
    SELECT r.subject, bool_or(x.opens_content) AS with_reason
      FROM record r JOIN access.relationship x ON x.record_key = r.record_key
     WHERE x.starts_at <= p_at AND (x.ends_at IS NULL OR x.ends_at > p_at)
       AND CASE x.grantee_kind
             WHEN 'actor' THEN x.grantee = p_actor
             WHEN 'agency' THEN x.grantee = ANY (p_agencies)
             WHEN 'team' THEN x.grantee = ANY (p_teams)
             WHEN 'post' THEN x.grantee = ANY (p_posts) END
     GROUP BY r.subject),
  emergency AS (
    SELECT e.subject FROM access.emergency e
     WHERE e.actor = p_actor AND e.opened_at <= p_at AND e.expires_at > p_at
       AND EXISTS (SELECT FROM access.role_emergency m WHERE m.role = ANY (p_roles))),
  permitted AS (
    -- By role: a relationship to any record of the subject, a fitting purpose, and the role's reach.
    SELECT r.subject, r.record_key, m.class
      FROM related o
      JOIN record r ON r.subject = o.subject
      JOIN access.role_class m ON m.role = ANY (p_roles)
      JOIN access.role_purpose p ON p.role = m.role AND p.purpose = p_purpose
     WHERE m.reach = 'all' OR r.agency = ANY (p_agencies) OR (m.reach = 'reason' AND o.with_reason)
    UNION
    SELECT r.subject, r.record_key, m.class
      FROM emergency o
      JOIN record r ON r.subject = o.subject
      JOIN access.role_class m ON m.role = 'emergency')
  SELECT p.subject, p.record_key, p.class
    FROM permitted p
   WHERE p.subject NOT IN (SELECT b.subject FROM barred b)
     AND (NOT access.is_sealed_class(p.class)
          OR EXISTS (SELECT FROM access.seal s JOIN access.seal_reader n ON n.seal_id = s.seal_id
                      WHERE s.record_key = p.record_key AND s.class = p.class
                        AND s.starts_at <= p_at AND (s.lifted_at IS NULL OR s.lifted_at > p_at)
                        AND access.is_reader(n.reader_kind, n.reader, p_actor, p_teams, p_posts)))
     AND NOT EXISTS (
           SELECT FROM access.seal s
            WHERE s.record_key = p.record_key AND (s.class IS NULL OR s.class = p.class)
              AND s.starts_at <= p_at AND (s.lifted_at IS NULL OR s.lifted_at > p_at)
              AND NOT EXISTS (
                    SELECT FROM access.seal_reader n
                     WHERE n.seal_id = s.seal_id
                       AND access.is_reader(n.reader_kind, n.reader, p_actor, p_teams, p_posts)))
$$;

CREATE OR REPLACE FUNCTION access.open_context(claims jsonb, context_kind text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  reader text := claims ->> 'actor';
  agencies text[] := access.texts(claims -> 'agencies');
  roles text[] := access.texts(claims -> 'roles');
  teams text[] := access.texts(claims -> 'teams');
  posts text[] := access.texts(claims -> 'posts');
  named jsonb := claims -> 'subjects';
  barred uuid[] := '{}';
  records uuid[] := '{}';
  classes text[] := '{}';
BEGIN
  IF context_kind = 'reader' THEN
    SELECT coalesce(array_agg(c.record_key), '{}') INTO barred FROM access.conflict c
     WHERE c.actor = reader AND c.starts_at <= now() AND (c.ends_at IS NULL OR c.ends_at > now());
    IF named <> '[]' THEN
      SELECT coalesce(array_agg(d.record_key), '{}'), coalesce(array_agg(d.class), '{}')
        INTO records, classes
        FROM access.decide(reader, agencies, roles, teams, posts, claims ->> 'purpose', named, now()) d;
    END IF;
  END IF;
  INSERT INTO access.context (
    transaction_id, nonce, kind, job, session, actor, agency, agencies, roles, teams, posts, purpose, subjects,
    barred_records, barred_subjects, pair_records, pair_classes, emergency_subjects)
  VALUES (
    pg_current_xact_id(), claims ->> 'nonce', context_kind, claims ->> 'job', claims ->> 'session', reader,
    claims ->> 'agency', agencies, roles, teams, posts, claims ->> 'purpose', named,
    barred || access.records_of_barred(named, barred),
    access.subjects_barred(named, barred), records, classes,
    access.subjects_in_emergency(reader, named));
END $$;

-- The reader's agency, and those closed ones whose work it has.
CREATE FUNCTION access.agencies() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).agencies $$;

-- The agency for which the reader of the open context worked at a moment; nobody else's can be asked for.
CREATE FUNCTION access.agency_at(p_at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(
    (SELECT u.agency FROM access.user_agency u WHERE u.user_id = c.actor AND u.until > p_at ORDER BY u.until LIMIT 1),
    c.agency)
    FROM access.opened() c
$$;

-- As before; the posts of then, and the agencies whose work the agency of then had, are the directory's to say.
CREATE FUNCTION access.readable_at(p_at timestamptz, p_agencies text[], p_posts text[])
RETURNS TABLE (record_key uuid, class text)
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
      c.actor, p_agencies, h.roles, h.teams, p_posts, p.purpose, c.subjects, p_at) d
$$;
GRANT EXECUTE ON FUNCTION access.agencies() TO sl_app, sl_job, sl_intake, sl_eraser, sl_audit_sequencer;
GRANT EXECUTE ON FUNCTION access.agency_at(timestamptz), access.readable_at(timestamptz, text[], text[]) TO sl_app;
