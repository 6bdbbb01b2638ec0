-- What areas set of the rules: proposed by one person, worked out, approved or refused by another, in force from
-- a batch of the pipeline on. Rows stay for ever: what was in force when is part of why somebody was told.
CREATE TABLE screening.rule_change (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  area text NOT NULL,
  rule text NOT NULL,
  raises boolean NOT NULL,
  numbers jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  -- While it is worked out: how many of how many were looked at.
  claimed_until timestamptz,
  looked integer NOT NULL DEFAULT 0,
  people integer NOT NULL DEFAULT 0,
  -- Of the year before it was worked out: alerts as the rule is set now, and as it would be.
  worked_out_at timestamptz,
  alerts_now integer NOT NULL DEFAULT 0,
  alerts_then integer NOT NULL DEFAULT 0,
  more integer NOT NULL DEFAULT 0,
  fewer integer NOT NULL DEFAULT 0,
  children integer NOT NULL DEFAULT 0,
  decided_by text,
  decided_at timestamptz,
  refused text,
  in_force_at timestamptz,
  CHECK (looked <= people),
  CHECK (decided_by <> proposed_by),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (refused IS NULL OR decided_at IS NOT NULL),
  CHECK (in_force_at IS NULL OR (decided_at IS NOT NULL AND refused IS NULL AND worked_out_at IS NOT NULL))
);
-- One change of a rule waits at a time in an area.
CREATE UNIQUE INDEX rule_change_waits ON screening.rule_change (area, rule) WHERE decided_at IS NULL;
CREATE INDEX rule_change_in_order ON screening.rule_change (rule, area, change_id);

DO $$
BEGIN
  PERFORM access.guard_closed('screening.rule_change');
  -- Whoever is signed in may know how a rule is set: it says nothing about a person.
  PERFORM access.grant_reader('screening.rule_change', 'SELECT', '(SELECT access.actor()) IS NOT NULL');
  PERFORM access.grant_reader('screening.rule_change', 'INSERT',
    '(SELECT access.roles())::text[] && ARRAY[''agency-administrator'', ''social-work-manager'']'
    ' AND proposed_by = (SELECT access.actor()) AND decided_at IS NULL');
  PERFORM access.grant_reader('screening.rule_change', 'UPDATE',
    '(SELECT access.roles())::text[] && ARRAY[''agency-administrator'', ''social-work-manager'']'
    ' AND proposed_by <> (SELECT access.actor())');
  PERFORM access.grant_job('screening.rule_change', 'pipeline', 'SELECT, UPDATE');
  PERFORM access.grant_job('screening.rule_change', 'checker', 'SELECT');
END $$;
-- A second person decides, and changes nothing of what was proposed.
REVOKE UPDATE ON screening.rule_change FROM sl_app;
GRANT UPDATE (decided_by, decided_at, refused) ON screening.rule_change TO sl_app;
