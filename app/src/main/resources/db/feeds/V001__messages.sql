-- Messages as they came in. A receipt is for ever; the bytes are sealed, each message under a key of
-- its own that can be destroyed; what is not read yet stands in a queue of its own, so that reading is
-- a matter of state and never of a number that was passed.

CREATE TABLE feeds.sender (
  agency text PRIMARY KEY,
  go_live date NOT NULL,
  -- Null: it may send any kind that its type of agency may assert.
  kinds text[],
  -- How often it promised to say that it is complete.
  promise_seconds integer NOT NULL CHECK (promise_seconds > 0),
  registered_at timestamptz NOT NULL DEFAULT now()
);

-- Bearer keys as SHA-256 of 256 random bits, signing keys as their public halves.
CREATE TABLE feeds.sender_key (
  key_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL REFERENCES feeds.sender,
  kind text NOT NULL CHECK (kind IN ('bearer', 'ed25519')),
  value bytea NOT NULL CHECK (length(value) = 32),
  added_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz
);
CREATE UNIQUE INDEX sender_key_value ON feeds.sender_key (kind, value);
CREATE INDEX sender_key_of ON feeds.sender_key (agency) WHERE ended_at IS NULL;

-- The narrow table: natural key, hash and number, never the content. Only the state of a row changes,
-- and no index holds it, so that the change stays on its page.
CREATE TABLE feeds.receipt (
  receipt_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sender text NOT NULL,
  -- The sender's own id, or, where it gave none, the hash of the bytes in hexadecimal.
  message_id text NOT NULL,
  keyed_by_hash boolean NOT NULL,
  body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
  size integer NOT NULL,
  number bigint,
  kind text,
  channel text NOT NULL CHECK (channel IN ('api', 'page')),
  entered_by text,
  received_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'read', 'quarantined', 'returned')),
  -- What its bytes were when it came in: never changes.
  readable boolean NOT NULL,
  notes text[] NOT NULL DEFAULT '{}',
  UNIQUE (sender, message_id, keyed_by_hash)
) WITH (fillfactor = 85);

CREATE TABLE feeds.raw_message (
  receipt_id bigint PRIMARY KEY,
  sealed bytea NOT NULL
);
ALTER TABLE feeds.raw_message ALTER COLUMN sealed SET STORAGE EXTERNAL;
-- Destroying this row ends the content.
CREATE TABLE feeds.raw_key (
  receipt_id bigint PRIMARY KEY,
  wrapped bytea NOT NULL
);

CREATE TABLE feeds.unread (
  receipt_id bigint PRIMARY KEY,
  attempts smallint NOT NULL DEFAULT 0,
  -- The sender's own message that this one replaces, should that one lie in quarantine.
  corrects text
);

-- Why a message cannot be read. No value of the message, so any context may see it.
CREATE TABLE feeds.quarantine (
  receipt_id bigint PRIMARY KEY,
  sender text NOT NULL,
  kind text,
  since timestamptz NOT NULL,
  -- [{"field","message","fix"}]
  problems jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'returned', 'released', 'replaced')),
  decided_by text,
  decided_at timestamptz
);
CREATE INDEX quarantine_open ON feeds.quarantine (sender, receipt_id) WHERE state IN ('open', 'returned');

-- Whom an unreadable message may be about: their chronology says that it is there.
CREATE TABLE feeds.concern (
  record_key uuid NOT NULL,
  receipt_id bigint NOT NULL,
  class text NOT NULL,
  sender text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (record_key, receipt_id)
);
CREATE INDEX concern_of ON feeds.concern (receipt_id);

-- The same key with other bytes: kept, and told to both sides.
CREATE TABLE feeds.conflict (
  conflict_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  receipt_id bigint NOT NULL,
  sender text NOT NULL,
  body_hash bytea NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  times integer NOT NULL DEFAULT 1,
  UNIQUE (receipt_id, body_hash)
);
CREATE INDEX conflict_by_sender ON feeds.conflict (sender, conflict_id);
CREATE TABLE feeds.conflict_raw (
  conflict_id bigint PRIMARY KEY,
  sealed bytea NOT NULL,
  wrapped bytea NOT NULL
);

-- Messages refused for their size: who, how large, when; not their bytes.
CREATE TABLE feeds.refusal (
  refusal_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sender text NOT NULL,
  size bigint NOT NULL,
  refused_at timestamptz NOT NULL
);
CREATE INDEX refusal_by_sender ON feeds.refusal (sender, refusal_id);
-- Requests that nobody signed in for: counted, not stored.
CREATE TABLE feeds.stranger (
  hour timestamptz PRIMARY KEY,
  times bigint NOT NULL
);

-- How far a sender's messages have been read.
CREATE TABLE feeds.progress (
  sender text PRIMARY KEY,
  last_heard_at timestamptz NOT NULL,
  messages bigint NOT NULL
);
-- Runs of numbers that came in; between two runs is a gap, owed by the sender since the second began.
CREATE TABLE feeds.number_run (
  sender text NOT NULL,
  first_number bigint NOT NULL,
  last_number bigint NOT NULL CHECK (last_number >= first_number),
  since timestamptz NOT NULL,
  PRIMARY KEY (sender, first_number)
);
-- The last heartbeat of each sender.
CREATE TABLE feeds.heartbeat (
  sender text PRIMARY KEY,
  receipt_id bigint NOT NULL,
  received_at timestamptz NOT NULL,
  complete_up_to timestamptz NOT NULL,
  last_number bigint,
  message_count bigint,
  -- How many of the messages counted had not come in then, for a sender that does not number them.
  short_of bigint NOT NULL
);
CREATE TABLE feeds.undeclared_kind (
  sender text NOT NULL,
  kind text NOT NULL,
  times bigint NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (sender, kind)
);

-- No personal data: any context may know how the feeds are.
SELECT access.guard_shared('feeds.sender');
SELECT access.guard_shared('feeds.unread');
SELECT access.guard_shared('feeds.quarantine');
SELECT access.guard_shared('feeds.conflict');
SELECT access.guard_shared('feeds.refusal');
SELECT access.guard_shared('feeds.stranger');
SELECT access.guard_shared('feeds.progress');
SELECT access.guard_shared('feeds.number_run');
SELECT access.guard_shared('feeds.heartbeat');
SELECT access.guard_shared('feeds.undeclared_kind');

-- Keys, natural keys and bytes: no reader, but a sender's own receipts to that sender.
SELECT access.guard_closed('feeds.sender_key');
SELECT access.guard_closed('feeds.receipt');
SELECT access.guard_closed('feeds.raw_message');
SELECT access.guard_closed('feeds.raw_key');
SELECT access.guard_closed('feeds.conflict_raw');
SELECT access.grant_reader('feeds.receipt', 'SELECT', 'sender = (SELECT access.agency())');

-- "1 message not yet readable": to those who may read that class of that record.
SELECT access.guard_records('feeds.concern', 'record_key', 'class');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts', 'seed'] LOOP
    PERFORM access.grant_job('feeds.sender', t, 'INSERT, UPDATE');
    PERFORM access.grant_job('feeds.sender_key', t, 'SELECT, INSERT, UPDATE');
  END LOOP;
END $$;

SELECT access.grant_kind('feeds.sender_key', 'intake', 'SELECT');
SELECT access.grant_kind('feeds.receipt', 'intake', 'SELECT, INSERT, UPDATE');
SELECT access.grant_kind('feeds.raw_message', 'intake', 'INSERT');
SELECT access.grant_kind('feeds.raw_key', 'intake', 'SELECT, INSERT');
SELECT access.grant_kind('feeds.unread', 'intake', 'INSERT');
SELECT access.grant_kind('feeds.quarantine', 'intake', 'INSERT, UPDATE');
SELECT access.grant_kind('feeds.conflict', 'intake', 'INSERT, UPDATE');
SELECT access.grant_kind('feeds.conflict_raw', 'intake', 'INSERT');
SELECT access.grant_kind('feeds.refusal', 'intake', 'INSERT');
SELECT access.grant_kind('feeds.stranger', 'intake', 'INSERT, UPDATE');

SELECT access.grant_job('feeds.receipt', 'pipeline', 'SELECT, UPDATE');
SELECT access.grant_job('feeds.raw_message', 'pipeline', 'SELECT');
SELECT access.grant_job('feeds.raw_key', 'pipeline', 'SELECT');
SELECT access.grant_job('feeds.unread', 'pipeline', 'UPDATE, DELETE');
SELECT access.grant_job('feeds.quarantine', 'pipeline', 'INSERT, UPDATE');
SELECT access.grant_job('feeds.concern', 'pipeline', 'SELECT, INSERT, DELETE');
SELECT access.grant_job('feeds.progress', 'pipeline', 'INSERT, UPDATE');
SELECT access.grant_job('feeds.number_run', 'pipeline', 'INSERT, DELETE');
SELECT access.grant_job('feeds.heartbeat', 'pipeline', 'INSERT, UPDATE');
SELECT access.grant_job('feeds.undeclared_kind', 'pipeline', 'INSERT, UPDATE');

SELECT access.grant_job('feeds.receipt', 'watch', 'SELECT');
SELECT access.grant_job('feeds.raw_message', 'watch', 'SELECT');

-- What a person's erasure ends: the key, and with it the bytes, of each message that names them.
SELECT access.grant_kind('feeds.receipt', 'eraser', 'SELECT');
SELECT access.grant_kind('feeds.raw_key', 'eraser', 'SELECT, DELETE');
SELECT access.grant_kind('feeds.raw_message', 'eraser', 'SELECT, DELETE');
SELECT access.grant_kind('feeds.conflict', 'eraser', 'SELECT');
SELECT access.grant_kind('feeds.conflict_raw', 'eraser', 'SELECT, DELETE');
