-- The signed context. A transaction says who reads, for which subjects and why, in a token that only
-- the program can sign; every policy asks the functions below, and they raise where nothing was said.

-- The keys that sign tokens, as HMAC's two padded blocks (RFC 2104), so that no extension is needed.
CREATE TABLE access.signing_key (
  key_id text PRIMARY KEY,
  inner_block bytea NOT NULL CHECK (length(inner_block) = 64),
  outer_block bytea NOT NULL CHECK (length(outer_block) = 64),
  installed_at timestamptz NOT NULL DEFAULT now()
);

-- Whose record may be read by whom. Later rooms publish and end these by source record, in the
-- transaction of the fact that justifies them; this room computes none.
CREATE TABLE access.relationship (
  relationship_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  grantee_kind text NOT NULL CHECK (grantee_kind IN ('actor', 'post', 'team', 'agency')),
  grantee text NOT NULL,
  record_key uuid NOT NULL,
  kind text NOT NULL,
  -- A recorded reason opens the ordinary content of other agencies' records.
  opens_content boolean NOT NULL,
  reason_fact text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  ended_by_fact text,
  CHECK (ends_at IS NULL OR ends_at >= starts_at),
  UNIQUE (record_key, grantee_kind, grantee, kind, reason_fact)
);
CREATE INDEX relationship_by_grantee ON access.relationship (grantee, grantee_kind);

-- A reader whom a record touches privately. Overrides every permission and emergency access.
CREATE TABLE access.conflict (
  conflict_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor text NOT NULL,
  record_key uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('self', 'household', 'relative', 'former-partner', 'declared', 'found')),
  registered_by text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  UNIQUE (actor, record_key, kind, starts_at)
);

-- What only named readers may see: one class of a record, or (class null) the whole record.
-- A seal past its review date still holds; its review is a duty.
CREATE TABLE access.seal (
  seal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_key uuid NOT NULL,
  class text,
  authority text NOT NULL,
  reason_fact text NOT NULL,
  review_on date NOT NULL,
  starts_at timestamptz NOT NULL,
  lifted_at timestamptz,
  lifted_under bigint,
  UNIQUE NULLS NOT DISTINCT (record_key, class, reason_fact)
);
CREATE TABLE access.seal_reader (
  seal_id bigint NOT NULL REFERENCES access.seal,
  reader_kind text NOT NULL CHECK (reader_kind IN ('actor', 'post', 'team')),
  reader text NOT NULL,
  PRIMARY KEY (seal_id, reader_kind, reader)
);

-- Emergency access: one subject, 60 minutes, reviewed afterwards.
CREATE TABLE access.emergency (
  emergency_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor text NOT NULL,
  agency text NOT NULL,
  session text NOT NULL,
  subject text NOT NULL,
  reason_code text NOT NULL,
  reason text NOT NULL CHECK (length(btrim(reason)) >= 20),
  opened_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '60 minutes',
  review_due_at timestamptz NOT NULL,
  reviewed_at timestamptz,
  reviewed_by text,
  outcome text,
  CHECK (expires_at <= opened_at + interval '60 minutes'),
  CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_by <> actor))
);
CREATE INDEX emergency_by_actor ON access.emergency (actor, expires_at);
CREATE INDEX emergency_unreviewed ON access.emergency (review_due_at) WHERE reviewed_at IS NULL;

-- The role matrix: what a role may see of a record once a relationship permits, by class.
CREATE TABLE access.role_class (
  role text NOT NULL,
  class text NOT NULL,
  -- 'own': its own agency's records; 'reason': others' as well, once a reason is recorded; 'all'.
  reach text NOT NULL CHECK (reach IN ('own', 'reason', 'all')),
  PRIMARY KEY (role, class)
);
CREATE TABLE access.role_purpose (
  role text NOT NULL,
  purpose text NOT NULL,
  PRIMARY KEY (role, purpose)
);
CREATE TABLE access.role_emergency (role text PRIMARY KEY);

-- The open contexts, one a transaction. Not logged: they mean nothing after a crash.
CREATE UNLOGGED TABLE access.context (
  transaction_id xid8 PRIMARY KEY,
  nonce text NOT NULL UNIQUE,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind text NOT NULL CHECK (kind IN ('reader', 'job', 'intake', 'eraser', 'sequencer')),
  job text,
  session text NOT NULL,
  actor text NOT NULL,
  agency text NOT NULL,
  roles text[] NOT NULL,
  teams text[] NOT NULL,
  posts text[] NOT NULL,
  purpose text NOT NULL,
  subjects jsonb NOT NULL,
  barred_subjects text[] NOT NULL,
  barred_records uuid[] NOT NULL,
  -- Two arrays side by side: one element a readable pair of record and class.
  pair_records uuid[] NOT NULL,
  pair_classes text[] NOT NULL,
  emergency_subjects text[] NOT NULL
);
CREATE INDEX context_by_time ON access.context (opened_at);

CREATE FUNCTION access.is_sealed_class(class text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$ SELECT class IN ('ADDRESS_SHIELDED', 'ADOPTION', 'COVERT', 'LEGAL_PRIVILEGE') $$;

CREATE FUNCTION access.is_reader(
  kind text, named text, reader text, reader_teams text[], reader_posts text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$
  SELECT CASE kind WHEN 'actor' THEN named = reader
                   WHEN 'team' THEN named = ANY (reader_teams)
                   WHEN 'post' THEN named = ANY (reader_posts) END
$$;

-- HMAC-SHA-256 of a message under one installed key; null where there is no such key.
CREATE FUNCTION access.signature(message bytea, signed_by text) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT sha256(k.outer_block || sha256(k.inner_block || message))
    FROM access.signing_key k WHERE k.key_id = signed_by
$$;

-- Parameters are prefixed where a column could have their name: in SQL the column would win.
-- Which classes of which records a reader may see: the second, independent form of the decision that
-- the program makes. Permitted if any rule permits and none forbids.
CREATE FUNCTION access.decide(
  p_actor text, p_agency text, p_roles text[], p_teams text[], p_posts text[],
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
             WHEN 'agency' THEN x.grantee = p_agency
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
     WHERE m.reach = 'all' OR r.agency = p_agency OR (m.reach = 'reason' AND o.with_reason)
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

-- Opens the context of this transaction from a signed token. The kind of a token fits one login only.
CREATE FUNCTION access.begin(token text, key_id text, signature bytea) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  claims jsonb;
  kind text;
BEGIN
  IF access.signature(convert_to(token, 'UTF8'), key_id) IS DISTINCT FROM signature THEN
    RAISE EXCEPTION 'the access token was refused' USING ERRCODE = 'SL002';
  END IF;
  claims := token::jsonb;
  kind := claims ->> 'kind';
  IF (claims ->> 'expires')::bigint < extract(epoch FROM clock_timestamp()) * 1000
     OR session_user IS DISTINCT FROM (CASE kind
          WHEN 'reader' THEN 'sl_app' WHEN 'job' THEN 'sl_job' WHEN 'intake' THEN 'sl_intake'
          WHEN 'eraser' THEN 'sl_eraser' WHEN 'sequencer' THEN 'sl_audit_sequencer' END) THEN
    RAISE EXCEPTION 'the access token was refused' USING ERRCODE = 'SL002';
  END IF;
  IF EXISTS (SELECT FROM access.context c WHERE c.transaction_id = pg_current_xact_id_if_assigned()) THEN
    RAISE EXCEPTION 'an access context is open already in this transaction' USING ERRCODE = 'SL003';
  END IF;
  -- A token used before fails here, on the unique nonce.
  PERFORM access.open_context(claims, kind);
  RETURN now();
END $$;

CREATE FUNCTION access.texts(list jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$ SELECT coalesce(array_agg(t), '{}') FROM jsonb_array_elements_text(list) t $$;

CREATE FUNCTION access.open_context(claims jsonb, context_kind text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  reader text := claims ->> 'actor';
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
        FROM access.decide(reader, claims ->> 'agency', roles, teams, posts, claims ->> 'purpose', named, now()) d;
    END IF;
  END IF;
  INSERT INTO access.context (
    transaction_id, nonce, kind, job, session, actor, agency, roles, teams, posts, purpose, subjects,
    barred_records, barred_subjects, pair_records, pair_classes, emergency_subjects)
  VALUES (
    pg_current_xact_id(), claims ->> 'nonce', context_kind, claims ->> 'job', claims ->> 'session', reader,
    claims ->> 'agency', roles, teams, posts, claims ->> 'purpose', named,
    barred || access.records_of_barred(named, barred),
    access.subjects_barred(named, barred), records, classes,
    access.subjects_in_emergency(reader, named));
END $$;

-- The subjects of which any record is in conflict, and with them all of their records.
CREATE FUNCTION access.subjects_barred(named jsonb, barred uuid[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT s ->> 'id'), '{}')
    FROM jsonb_array_elements(named) s, jsonb_array_elements(s -> 'records') r
   WHERE (r ->> 0)::uuid = ANY (barred)
$$;
CREATE FUNCTION access.records_of_barred(named jsonb, barred uuid[]) RETURNS uuid[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg((r ->> 0)::uuid), '{}')
    FROM jsonb_array_elements(named) s, jsonb_array_elements(s -> 'records') r
   WHERE s ->> 'id' = ANY (access.subjects_barred(named, barred))
$$;
CREATE FUNCTION access.subjects_in_emergency(reader text, named jsonb) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT e.subject), '{}') FROM access.emergency e
   WHERE e.actor = reader AND e.expires_at > now()
     AND e.subject IN (SELECT s ->> 'id' FROM jsonb_array_elements(named) s)
$$;

-- Contexts of long finished transactions; their nonces are older than any token.
CREATE FUNCTION access.sweep() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE swept bigint;
BEGIN
  DELETE FROM access.context WHERE opened_at < now() - interval '1 hour';
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;

-- The open context of this transaction, or SQLSTATE SL001.
CREATE FUNCTION access.opened() RETURNS access.context
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE found_context access.context;
BEGIN
  SELECT * INTO found_context FROM access.context c
   WHERE c.transaction_id = pg_current_xact_id_if_assigned();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no access context is open in this transaction' USING ERRCODE = 'SL001';
  END IF;
  RETURN found_context;
END $$;

-- Whether a context is open. Never false: it raises.
CREATE FUNCTION access.context_open() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).transaction_id IS NOT NULL $$;

-- reader, job, intake, eraser or sequencer.
CREATE FUNCTION access.kind() RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).kind $$;

-- Who reads or works.
CREATE FUNCTION access.actor() RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).actor $$;

-- For which agency.
CREATE FUNCTION access.agency() RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).agency $$;

-- In which session.
CREATE FUNCTION access.session() RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).session $$;

-- Why.
CREATE FUNCTION access.purpose() RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).purpose $$;

-- In which roles.
CREATE FUNCTION access.roles() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).roles $$;

-- The records that touch the reader privately, and those of the same subjects.
CREATE FUNCTION access.barred_records() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).barred_records $$;

-- The named subjects that touch the reader privately.
CREATE FUNCTION access.barred_subjects() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT (access.opened()).barred_subjects $$;

-- Whether the open context is that of the named job.
CREATE FUNCTION access.is_job(name text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT c.kind = 'job' AND c.job = name FROM access.opened() c $$;

-- Whether the open context is of that kind.
CREATE FUNCTION access.is_kind(name text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT c.kind = name FROM access.opened() c $$;

-- All records of which anything may be read.
CREATE FUNCTION access.readable_records() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT coalesce(array_agg(DISTINCT r), '{}') FROM access.opened() c, unnest(c.pair_records) r $$;

-- The records of which facts of one class may be read.
CREATE FUNCTION access.readable_records(of_class text) RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(p.r), '{}')
    FROM access.opened() c, unnest(c.pair_records, c.pair_classes) p (r, class) WHERE p.class = of_class
$$;

-- The readable pairs of record and class.
CREATE FUNCTION access.readable() RETURNS TABLE (record_key uuid, class text)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT p.r, p.class FROM access.opened() c, unnest(c.pair_records, c.pair_classes) p (r, class) $$;

-- The named subjects of whom facts of one class may be read on at least one record.
CREATE FUNCTION access.readable_subjects(of_class text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT coalesce(array_agg(DISTINCT s ->> 'id'), '{}')
    FROM access.opened() c, jsonb_array_elements(c.subjects) s, jsonb_array_elements(s -> 'records') r
   WHERE (r ->> 0)::uuid = ANY (access.readable_records(of_class))
$$;

-- The names under which something may be addressed to the reader: actor, posts, teams, and the roles
-- at the agency as AGENCY/ROLE.
CREATE FUNCTION access.addresses() RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT ARRAY[c.actor] || c.posts || c.teams
         || ARRAY(SELECT c.agency || '/' || r FROM unnest(c.roles) r)
    FROM access.opened() c
$$;
