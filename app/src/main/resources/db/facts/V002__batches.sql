-- What the pipeline did, in order and by its own clock: from this, everything that follows from facts can
-- be derived again exactly as it was. Written under the head's lock, one row a batch that did anything.
CREATE TABLE facts.batch (
  batch_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- 'messages': facts were read and what was due taken up; 'history': facts were read, and nothing followed
  -- yet; 'catch-up': these records' people were looked at; the others: somebody decided, or took it back.
  kind text NOT NULL CHECK (kind IN ('messages', 'history', 'catch-up', 'decided', 'undone', 'place-decided',
                                     'place-undone')),
  -- The newest fact once the batch was done.
  position bigint NOT NULL,
  record_keys uuid[],
  -- The decision, sealed as identity seals what it keeps.
  decision bytea
);

SELECT access.guard_closed('facts.batch');
SELECT access.grant_job('facts.batch', 'pipeline', 'INSERT');
SELECT access.grant_job('facts.batch', 'rebuild', 'SELECT');

-- A rebuild reads all facts in their order, to derive what follows in a database of its own, and compares.
SELECT access.grant_job('facts.head', 'rebuild', 'SELECT, UPDATE');
SELECT access.grant_job('facts.fact', 'rebuild', 'SELECT');
SELECT access.grant_job('facts.sealed_fact', 'rebuild', 'SELECT');
SELECT access.grant_job('facts.third_party_fact', 'rebuild', 'SELECT');
