-- What opened the record of an unborn child opens that of each child whom it became: a relationship that
-- follows from another record's says from whose.
ALTER TABLE access.relationship ADD COLUMN follows uuid;
-- Ended only because that record is no longer of the same child: it holds again where it is once more.
ALTER TABLE access.relationship ADD COLUMN parted boolean NOT NULL DEFAULT false;
CREATE INDEX relationship_following ON access.relationship (record_key) WHERE follows IS NOT NULL;

-- As before; whoever that record touches privately, or for whom it is sealed as a whole, reads none of the child by
-- what followed from it.
CREATE OR REPLACE FUNCTION access.decide(
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
       AND NOT EXISTS (
             SELECT FROM access.conflict c
              WHERE c.record_key = x.follows AND c.actor = p_actor
                AND c.starts_at <= p_at AND (c.ends_at IS NULL OR c.ends_at > p_at))
       AND NOT EXISTS (
             SELECT FROM access.seal s
              WHERE s.record_key = x.follows AND s.class IS NULL
                AND s.starts_at <= p_at AND (s.lifted_at IS NULL OR s.lifted_at > p_at)
                AND NOT EXISTS (
                      SELECT FROM access.seal_reader n
                       WHERE n.seal_id = s.seal_id
                         AND access.is_reader(n.reader_kind, n.reader, p_actor, p_teams, p_posts)))
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
