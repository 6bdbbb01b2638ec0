-- Of what a sender says of one entry the last sent counts, in whichever order it came. Of what was read before this,
-- when it was received counts; until the step below has told that of a correction, the moment of this migration.
ALTER TABLE facts.correction ADD COLUMN sent timestamptz NOT NULL DEFAULT now();
SELECT access.grant_job('facts.correction', 'pipeline', 'UPDATE');

-- Of each message that its sender took back by name, the retraction that was sent last: a correction that was sent
-- before it and comes after it is taken back, too. Keys of messages alone; nobody is named.
CREATE TABLE facts.retraction (
  message_key uuid PRIMARY KEY,
  sent timestamptz NOT NULL,
  position bigint NOT NULL
);
SELECT access.guard_closed('facts.retraction');
SELECT access.grant_job('facts.retraction', 'pipeline', 'SELECT, INSERT, UPDATE');

-- What was corrected and taken back before these tables knew of it stands in sealed bodies. The ledger is read for it
-- once, a stretch at a time; the row goes once that is done.
CREATE TABLE facts.earlier_correction (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- Since when it is read; null until somebody looked whether there is anything to read.
  since timestamptz,
  -- The position up to which it was read, and the last that is to be.
  after bigint NOT NULL DEFAULT 0,
  until bigint NOT NULL DEFAULT 0,
  -- Since when reading on fails; null where it does not.
  failing timestamptz
);
INSERT INTO facts.earlier_correction DEFAULT VALUES;
SELECT access.guard_closed('facts.earlier_correction');
SELECT access.grant_job('facts.earlier_correction', 'pipeline', 'SELECT, UPDATE, DELETE');
SELECT access.grant_job('facts.earlier_correction', 'watch', 'SELECT');
