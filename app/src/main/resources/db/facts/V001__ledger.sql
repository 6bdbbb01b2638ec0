-- The ledger. Facts are appended by the pipeline alone, with gap-free positions that it assigns while
-- it holds the head's row. What a query needs is typed; everything else lies in the sealed body, which
-- no predicate reads. Sealed classes and referrers lie in tables of their own.

-- One row; whoever locks it is the pipeline.
CREATE TABLE facts.head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  position bigint NOT NULL
);
INSERT INTO facts.head (position) VALUES (0);

-- The seed of each source record's key. Without it the bodies of its facts can never be read again.
CREATE TABLE facts.record_seed (
  record_key uuid PRIMARY KEY,
  seed bytea NOT NULL CHECK (length(seed) = 16)
);

CREATE TABLE facts.fact (
  position bigint PRIMARY KEY,
  message_key uuid NOT NULL,
  ordinal smallint NOT NULL,
  sender text NOT NULL,
  kind text NOT NULL,
  subject_key uuid NOT NULL,
  record_keys uuid[] NOT NULL,
  class text NOT NULL,
  happened_from date,
  happened_until date,
  recorded_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  address_key uuid,
  occupies boolean NOT NULL,
  body bytea NOT NULL,
  UNIQUE (message_key, ordinal)
);
CREATE INDEX fact_occupying ON facts.fact (address_key, position) WHERE occupies;

-- Which facts a record takes part in: the way in from a person.
CREATE TABLE facts.participant (
  record_key uuid NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (record_key, position)
);

CREATE TABLE facts.sealed_fact (LIKE facts.fact INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (position), UNIQUE (message_key, ordinal));
CREATE INDEX sealed_fact_by_record ON facts.sealed_fact USING gin (record_keys);
CREATE TABLE facts.third_party_fact (LIKE facts.fact INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (position), UNIQUE (message_key, ordinal));
CREATE INDEX third_party_fact_by_record ON facts.third_party_fact USING gin (record_keys);

SELECT access.guard_closed('facts.head');
SELECT access.grant_job('facts.head', 'pipeline', 'SELECT, UPDATE');

SELECT access.guard_shared('facts.record_seed');
SELECT access.grant_job('facts.record_seed', 'pipeline', 'INSERT');
SELECT access.grant_kind('facts.record_seed', 'eraser', 'SELECT, DELETE');

SELECT access.guard_record_sets('facts.fact', 'record_keys', 'class');
SELECT access.grant_job('facts.fact', 'pipeline', 'SELECT, INSERT');
SELECT access.grant_kind('facts.fact', 'eraser', 'SELECT, UPDATE');

SELECT access.guard_closed('facts.participant');
SELECT access.grant_job('facts.participant', 'pipeline', 'SELECT, INSERT');
SELECT access.grant_reader('facts.participant', 'SELECT',
  'record_key = ANY ((SELECT access.readable_records())::uuid[])');

SELECT access.guard_record_sets('facts.sealed_fact', 'record_keys', 'class');
SELECT access.grant_job('facts.sealed_fact', 'pipeline', 'INSERT');
SELECT access.grant_kind('facts.sealed_fact', 'eraser', 'SELECT, UPDATE');

SELECT access.guard_record_sets('facts.third_party_fact', 'record_keys', 'class');
SELECT access.grant_job('facts.third_party_fact', 'pipeline', 'INSERT');
SELECT access.grant_kind('facts.third_party_fact', 'eraser', 'SELECT, UPDATE');
