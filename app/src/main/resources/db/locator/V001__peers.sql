-- Other installations, and what they and this one ask each other: whether a register entry is held. People
-- are named by the keys of records and by keyed hashes; no name, number or address stands here.
CREATE TABLE locator.peer (
  name text PRIMARY KEY,
  known_as text NOT NULL,
  url text NOT NULL,
  public_key bytea NOT NULL,
  secret bytea NOT NULL,
  ring text NOT NULL,
  added_at timestamptz NOT NULL,
  failing_since timestamptz,
  failures integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  answered_at timestamptz,
  complete_up_to timestamptz
);

-- Of whom this installation asks, and because of which child.
CREATE TABLE locator.wanted (
  child text NOT NULL,
  record_key uuid NOT NULL,
  PRIMARY KEY (child, record_key)
);
CREATE INDEX wanted_by_record ON locator.wanted (record_key);

-- What was asked, and what the answer was; "taken" once the pipeline made a fact of it.
CREATE TABLE locator.asked (
  peer text NOT NULL REFERENCES locator.peer ON DELETE CASCADE,
  record_key uuid NOT NULL,
  forms text NOT NULL,
  nonce uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  held boolean,
  ring text,
  next_at timestamptz NOT NULL,
  acknowledged boolean NOT NULL DEFAULT false,
  taken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (peer, record_key)
);
CREATE INDEX asked_to_take ON locator.asked (answered_at) WHERE held AND NOT taken;
CREATE INDEX asked_to_acknowledge ON locator.asked (answered_at) WHERE answered_at IS NOT NULL AND NOT acknowledged;

-- By what peers may find whoever is under a register here; made anew for each week.
CREATE TABLE locator.key (
  peer text NOT NULL REFERENCES locator.peer ON DELETE CASCADE,
  epoch bigint NOT NULL,
  hash uuid NOT NULL,
  record_key uuid NOT NULL,
  subject text NOT NULL,
  keeper text NOT NULL,
  PRIMARY KEY (peer, epoch, hash, record_key)
);
CREATE INDEX key_by_subject ON locator.key (subject);
CREATE TABLE locator.indexed (
  peer text NOT NULL REFERENCES locator.peer ON DELETE CASCADE,
  epoch bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (peer, epoch)
);
-- Whose keys are to be made anew; without a keeper, they are under no register any more.
CREATE TABLE locator.stale (
  subject text PRIMARY KEY,
  keeper text,
  since timestamptz NOT NULL
);

-- What peers asked. A question that comes twice is refused by its number.
CREATE TABLE locator.question (
  peer text NOT NULL REFERENCES locator.peer ON DELETE CASCADE,
  nonce uuid NOT NULL,
  received_at timestamptz NOT NULL,
  record_keys uuid[] NOT NULL,
  acknowledged_at timestamptz,
  taken boolean NOT NULL DEFAULT false,
  PRIMARY KEY (peer, nonce)
);
CREATE INDEX question_by_time ON locator.question (peer, received_at);
CREATE INDEX question_to_take ON locator.question (received_at) WHERE record_keys <> '{}' AND NOT taken;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['peer', 'wanted', 'asked', 'key', 'indexed', 'stale', 'question'] LOOP
    PERFORM access.guard_closed(('locator.' || t)::regclass);
    PERFORM access.grant_job(('locator.' || t)::regclass, 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
SELECT access.grant_job('locator.peer', 'rebuild', 'SELECT');
SELECT access.grant_job('locator.peer', 'watch', 'SELECT, INSERT, DELETE');
