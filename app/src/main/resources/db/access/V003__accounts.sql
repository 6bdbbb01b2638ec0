-- The accounts of users. No reader sees any of it; the job 'accounts' alone works with it.
CREATE TABLE access.user_account (
  user_id text PRIMARY KEY CHECK (user_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  sign_in_name text NOT NULL UNIQUE CHECK (sign_in_name = lower(sign_in_name)),
  agency text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- The agency's lead confirms every 90 days that this person still works there.
  attested_until timestamptz NOT NULL DEFAULT now() + interval '90 days',
  disabled_at timestamptz
);
CREATE TABLE access.user_role (
  user_id text NOT NULL REFERENCES access.user_account,
  role text NOT NULL,
  granted_by text NOT NULL,
  starts_at timestamptz NOT NULL DEFAULT now(),
  ends_at timestamptz,
  PRIMARY KEY (user_id, role, starts_at),
  CHECK (granted_by <> user_id)
);
CREATE TABLE access.user_team (
  user_id text NOT NULL REFERENCES access.user_account,
  team text NOT NULL,
  PRIMARY KEY (user_id, team)
);
-- Failed attempts by a keyed hash of the name that was typed, whether anybody has it or not.
CREATE TABLE access.sign_in_attempt (
  name_hash bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['user_account', 'user_role', 'user_team', 'sign_in_attempt'] LOOP
    PERFORM access.guard_closed(('access.' || t)::regclass);
    PERFORM access.grant_job(('access.' || t)::regclass, 'accounts', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
SELECT access.grant_job('access.conflict', 'accounts', 'SELECT, INSERT, UPDATE');
