-- Under which packs and which edition of the directory each batch was worked out. A change is a batch of its own,
-- after which everybody is looked at again: what stands then follows from what is in force.
CREATE TABLE facts.rulebook (
  rulebook bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
  -- [{"name","version","yaml"}]
  packs jsonb NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
SELECT access.guard_closed('facts.rulebook');
SELECT access.grant_job('facts.rulebook', 'pipeline', 'SELECT, INSERT');
SELECT access.grant_job('facts.rulebook', 'rebuild', 'SELECT');

-- What is in force. Null in an installation of before; edition 0 is a directory that is not kept.
ALTER TABLE facts.head ADD COLUMN rulebook bigint, ADD COLUMN directory_edition bigint;
ALTER TABLE facts.batch ADD COLUMN rulebook bigint, ADD COLUMN directory_edition bigint;
ALTER TABLE facts.batch DROP CONSTRAINT batch_kind_check;
ALTER TABLE facts.batch ADD CONSTRAINT batch_kind_check
  CHECK (kind IN ('messages', 'history', 'catch-up', 'decided', 'undone', 'place-decided', 'place-undone', 'changed'));
ALTER TABLE facts.batch ADD CONSTRAINT batch_changed_check
  CHECK ((kind = 'changed') = (rulebook IS NOT NULL) AND (kind = 'changed') = (directory_edition IS NOT NULL));
