-- What would change if a pack were switched on, as last worked out in the background: figures that name nobody.
CREATE TABLE register.simulation (
  pack text PRIMARY KEY,
  version text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  claimed_until timestamptz,
  -- While it is worked out: how many of how many were looked at.
  looked integer NOT NULL DEFAULT 0,
  people integer NOT NULL DEFAULT 0,
  -- Of the last that was finished.
  done_version text,
  done_at timestamptz,
  done_people integer NOT NULL DEFAULT 0,
  under integer NOT NULL DEFAULT 0,
  questions integer NOT NULL DEFAULT 0,
  comes_on integer NOT NULL DEFAULT 0,
  goes_off integer NOT NULL DEFAULT 0,
  other_period integer NOT NULL DEFAULT 0,
  CHECK (looked <= people)
);

-- For whom: criminal-record data, so a line is for those who keep the register of the agency that would answer,
-- and for those who may read it of the person.
CREATE TABLE register.simulated_change (
  pack text NOT NULL,
  subject text NOT NULL,
  how text NOT NULL CHECK (how IN ('ON', 'OFF', 'OTHER_PERIOD')),
  keeper text NOT NULL,
  state text NOT NULL,
  starts date,
  ends date,
  because text NOT NULL,
  PRIMARY KEY (pack, subject)
);

DO $$
BEGIN
  PERFORM access.guard_closed('register.simulation');
  PERFORM access.grant_reader('register.simulation', 'SELECT, INSERT, UPDATE',
    '''register-keeper'' = ANY ((SELECT access.roles())::text[])');
  PERFORM access.grant_job('register.simulation', 'pipeline', 'SELECT, UPDATE');
  PERFORM access.guard_subjects('register.simulated_change', 'subject', 'CRIMINAL');
  PERFORM access.grant_reader('register.simulated_change', 'SELECT',
    '''register-keeper'' = ANY ((SELECT access.roles())::text[]) AND keeper = ANY ((SELECT access.agencies())::text[])');
  PERFORM access.grant_job('register.simulated_change', 'pipeline', 'SELECT, INSERT, DELETE');
END $$;
