-- Emergency access, and approval by a second person. Readers reach both through functions only; who asks
-- is taken from the open context.

-- Opens emergency access to one subject that the context names. Takes effect in the next transaction.
CREATE FUNCTION access.open_emergency(p_subject text, p_code text, p_reason text, p_review_due timestamptz)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  context access.context := access.opened();
  opened bigint;
BEGIN
  -- A subject in conflict, one that is not named, and a role without the right are refused alike.
  IF p_subject = ANY (context.barred_subjects)
     OR NOT EXISTS (SELECT FROM jsonb_array_elements(context.subjects) s WHERE s ->> 'id' = p_subject)
     OR NOT EXISTS (SELECT FROM access.role_emergency m WHERE m.role = ANY (context.roles)) THEN
    RAISE EXCEPTION 'emergency access cannot be opened here' USING ERRCODE = 'SL004';
  END IF;
  IF (SELECT count(*) FROM access.emergency e
       WHERE e.actor = context.actor AND e.opened_at > now() - interval '7 days') >= 3 THEN
    RAISE EXCEPTION 'emergency access was opened three times in seven days' USING ERRCODE = 'SL005';
  END IF;
  INSERT INTO access.emergency (actor, agency, session, subject, reason_code, reason, review_due_at)
  VALUES (context.actor, context.agency, context.session, p_subject, p_code, p_reason, p_review_due)
  RETURNING emergency_id INTO opened;
  RETURN opened;
END $$;

-- What waits for review, for privacy officers.
CREATE FUNCTION access.emergencies_to_review()
RETURNS TABLE (emergency_id bigint, actor text, agency text, subject text, reason_code text, reason text,
               opened_at timestamptz, review_due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT e.emergency_id, e.actor, e.agency, e.subject, e.reason_code, e.reason, e.opened_at, e.review_due_at
    FROM access.emergency e, access.opened() c
   WHERE e.reviewed_at IS NULL AND (c.kind = 'job' OR 'privacy-officer' = ANY (c.roles))
   ORDER BY e.review_due_at LIMIT 500
$$;

CREATE FUNCTION access.review_emergency(p_emergency bigint, p_outcome text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE context access.context := access.opened();
BEGIN
  IF NOT 'privacy-officer' = ANY (context.roles) THEN
    RAISE EXCEPTION 'only a privacy officer reviews emergency access' USING ERRCODE = 'SL004';
  END IF;
  UPDATE access.emergency e SET reviewed_at = now(), reviewed_by = context.actor, outcome = p_outcome
   WHERE e.emergency_id = p_emergency AND e.reviewed_at IS NULL AND e.actor <> context.actor;
  RETURN FOUND;
END $$;

-- An approval is bound to exactly what was asked for, for 24 hours, once.
CREATE TABLE access.approval (
  approval_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action text NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  -- Whether the second person must be of another agency, not only of another team.
  other_agency boolean NOT NULL,
  asked_by text NOT NULL,
  asked_agency text NOT NULL,
  asked_teams text[] NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  approved_by text,
  approved_at timestamptz,
  used_at timestamptz,
  CHECK (approved_by <> asked_by),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (used_at IS NULL OR approved_at IS NOT NULL)
);
SELECT access.guard_closed('access.approval');
SELECT access.grant_owner('access.approval', 'current_user = ''sl_owner''');

CREATE FUNCTION access.ask_approval(p_action text, p_digest bytea, p_other_agency boolean) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  context access.context := access.opened();
  asked bigint;
BEGIN
  INSERT INTO access.approval (action, digest, other_agency, asked_by, asked_agency, asked_teams)
  VALUES (p_action, p_digest, p_other_agency, context.actor, context.agency, context.teams)
  RETURNING approval_id INTO asked;
  RETURN asked;
END $$;

-- Gives an approval; false where this person may not, or it is too late.
CREATE FUNCTION access.approve(p_approval bigint, p_digest bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE context access.context := access.opened();
BEGIN
  UPDATE access.approval a SET approved_by = context.actor, approved_at = now()
   WHERE a.approval_id = p_approval AND a.digest = p_digest AND a.approved_at IS NULL
     AND context.kind = 'reader'
     AND a.asked_at > now() - interval '24 hours'
     AND a.asked_by <> context.actor
     AND (NOT a.asked_teams && context.teams OR a.asked_agency <> context.agency)
     AND (NOT a.other_agency OR a.asked_agency <> context.agency);
  RETURN FOUND;
END $$;

-- Uses an approval, once, for exactly what was asked; false where there is none.
CREATE FUNCTION access.use_approval(p_approval bigint, p_action text, p_digest bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE context access.context := access.opened();
BEGIN
  UPDATE access.approval a SET used_at = now()
   WHERE a.approval_id = p_approval AND a.action = p_action AND a.digest = p_digest
     AND a.used_at IS NULL AND a.approved_at > now() - interval '24 hours'
     AND (context.kind = 'job' OR a.asked_by = context.actor);
  RETURN FOUND;
END $$;

GRANT EXECUTE ON FUNCTION
  access.open_emergency(text, text, text, timestamptz), access.emergencies_to_review(),
  access.review_emergency(bigint, text), access.ask_approval(text, bytea, boolean),
  access.approve(bigint, bytea), access.use_approval(bigint, text, bytea)
  TO sl_app;
GRANT EXECUTE ON FUNCTION access.emergencies_to_review(), access.use_approval(bigint, text, bytea) TO sl_job;

-- The job 'resolver' reads what decisions depend on, so that a page can show what is restricted.
SELECT access.grant_job('access.relationship', 'resolver', 'SELECT');
SELECT access.grant_job('access.conflict', 'resolver', 'SELECT');
SELECT access.grant_job('access.seal', 'resolver', 'SELECT');
SELECT access.grant_job('access.seal_reader', 'resolver', 'SELECT');
SELECT access.grant_job('access.emergency', 'resolver', 'SELECT');
