-- The end of content. An order names the records whose facts end; two people give it; it is carried out
-- by the eraser and settled by the pipeline. What is left of a fact is a tombstone.

-- A legal hold wins over every order and period. Lifting one takes two people.
CREATE TABLE facts.hold (
  hold_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_key uuid NOT NULL,
  -- A reference in the files of whoever asked for it; never words about anybody.
  reference text NOT NULL CHECK (reference ~ '^[A-Za-z0-9/._-]{3,60}$'),
  placed_by text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now(),
  lifting bigint,
  lifted_by text,
  lifted_at timestamptz
);
CREATE INDEX hold_of ON facts.hold (record_key) WHERE lifted_at IS NULL;

CREATE TABLE facts.erasure (
  order_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The period of a retention pack, or 'ordered'.
  rule text NOT NULL CHECK (rule ~ '^[a-z0-9:-]{3,60}$'),
  reference text NOT NULL CHECK (reference ~ '^[A-Za-z0-9/._-]{3,60}$'),
  record_keys uuid[] NOT NULL CHECK (cardinality(record_keys) BETWEEN 1 AND 200),
  -- How many facts hung on the records when it was ordered: more is another order.
  facts bigint NOT NULL,
  approval_id bigint NOT NULL,
  ordered_by text NOT NULL,
  ordered_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'ordered' CHECK (state IN ('ordered', 'erased', 'settled')),
  erased_at timestamptz,
  -- What the pipeline has still to look at again; nothing once it has.
  settling jsonb,
  -- The records of everybody who was looked at again: what followed for them before cannot be derived now.
  affected uuid[] NOT NULL DEFAULT '{}'
);

CREATE TABLE facts.tombstone (
  position bigint PRIMARY KEY,
  -- Message and place in it.
  fact text NOT NULL,
  -- HMAC-SHA-256 of what the fact said, under a key outside the database: whoever still has it can prove it.
  hash bytea NOT NULL CHECK (length(hash) = 32),
  order_id bigint NOT NULL REFERENCES facts.erasure
);
CREATE INDEX tombstone_of ON facts.tombstone (order_id);

ALTER TABLE facts.fact ALTER COLUMN recorded_at DROP NOT NULL;
ALTER TABLE facts.sealed_fact ALTER COLUMN recorded_at DROP NOT NULL;
ALTER TABLE facts.third_party_fact ALTER COLUMN recorded_at DROP NOT NULL;

-- Privacy officers order, list, hold and lift; nothing here tells who anybody is.
SELECT access.guard_closed('facts.hold');
SELECT access.guard_closed('facts.erasure');
SELECT access.guard_closed('facts.tombstone');
SELECT access.grant_reader('facts.hold', 'SELECT, INSERT, UPDATE',
  '''privacy-officer'' = ANY ((SELECT access.roles())::text[])');
SELECT access.grant_reader('facts.erasure', 'SELECT, INSERT',
  '''privacy-officer'' = ANY ((SELECT access.roles())::text[])');
SELECT access.grant_reader('facts.tombstone', 'SELECT',
  '''privacy-officer'' = ANY ((SELECT access.roles())::text[])');

-- The eraser: exactly what it ends, and what it must look at to do so.
SELECT access.grant_kind('facts.hold', 'eraser', 'SELECT');
SELECT access.grant_kind('facts.erasure', 'eraser', 'SELECT, UPDATE');
SELECT access.grant_kind('facts.tombstone', 'eraser', 'INSERT');
SELECT access.grant_kind('facts.head', 'eraser', 'SELECT, UPDATE');
SELECT access.grant_kind('facts.participant', 'eraser', 'SELECT, DELETE');
REVOKE UPDATE ON facts.fact, facts.sealed_fact, facts.third_party_fact, facts.head FROM sl_eraser;
GRANT UPDATE (position) ON facts.head TO sl_eraser;
GRANT UPDATE (message_key, subject_key, record_keys, happened_from, happened_until, recorded_at, address_key,
              occupies, body)
  ON facts.fact, facts.sealed_fact, facts.third_party_fact TO sl_eraser;

-- The pipeline settles what was erased.
SELECT access.grant_job('facts.erasure', 'pipeline', 'SELECT, UPDATE');
SELECT access.grant_job('facts.tombstone', 'pipeline', 'SELECT');
SELECT access.grant_job('facts.batch', 'pipeline', 'SELECT, UPDATE');
SELECT access.grant_job('facts.erasure', 'rebuild', 'SELECT');

-- The job 'retention' finds what is due and plans what an order would end; it shows nobody anything.
SELECT access.grant_job('facts.hold', 'retention', 'SELECT');
SELECT access.grant_job('facts.erasure', 'retention', 'SELECT');
SELECT access.grant_job('facts.head', 'retention', 'SELECT');
SELECT access.grant_job('facts.fact', 'retention', 'SELECT');
SELECT access.grant_job('facts.sealed_fact', 'retention', 'SELECT');
SELECT access.grant_job('facts.third_party_fact', 'retention', 'SELECT');
SELECT access.grant_job('facts.participant', 'retention', 'SELECT');
