-- Duties that concern no person, as last worked out, and what happened to them. No personal data, no value
-- of a message: any context may see them.

-- Whoever holds this row works them out.
CREATE TABLE upkeep.watch (
  only_one boolean PRIMARY KEY CHECK (only_one),
  -- When the pipeline last finished a batch, also an empty one; written every few seconds.
  last_batch timestamptz NOT NULL,
  looked_at timestamptz
);
INSERT INTO upkeep.watch (only_one, last_batch) VALUES (true, now());

CREATE TABLE upkeep.duty (
  key text PRIMARY KEY,
  kind text NOT NULL,
  source text,
  words text NOT NULL,
  starts_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  -- AGENCY/ROLE
  owed_by text[] NOT NULL,
  told text[] NOT NULL,
  level integer NOT NULL,
  next_at timestamptz NOT NULL,
  next_to text[] NOT NULL,
  opened_at timestamptz NOT NULL
);

-- What happened: rows are added, and nobody may change or remove one.
CREATE TABLE upkeep.change (
  change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL,
  what text NOT NULL CHECK (what IN ('opened', 'escalated', 'discharged')),
  level integer NOT NULL,
  at timestamptz NOT NULL,
  recipients text[] NOT NULL,
  words text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_of ON upkeep.change (key, change_id);

SELECT access.guard_shared('upkeep.watch');
SELECT access.guard_shared('upkeep.duty');
SELECT access.guard_shared('upkeep.change');
SELECT access.grant_job('upkeep.watch', 'watch', 'UPDATE');
SELECT access.grant_job('upkeep.watch', 'pipeline', 'UPDATE');
SELECT access.grant_job('upkeep.duty', 'watch', 'INSERT, UPDATE, DELETE');
SELECT access.grant_job('upkeep.change', 'watch', 'INSERT');
