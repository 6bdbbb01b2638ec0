-- Which message corrects which of the same sender, and where in the ledger: whoever takes an entry back takes back
-- what corrected it until then, whomever that is about. Keys of messages alone; nobody is named.
CREATE TABLE facts.correction (
  message_key uuid PRIMARY KEY,
  corrected_key uuid NOT NULL,
  position bigint NOT NULL
);
CREATE INDEX correction_of ON facts.correction (corrected_key);
SELECT access.guard_closed('facts.correction');
SELECT access.grant_job('facts.correction', 'pipeline', 'SELECT, INSERT');

-- Why a message counts no more: another names it; it was taken back, by name or with what it corrects; a later
-- correction of the same entry, of somebody whom both concern, stands in its place, until that is taken back. What
-- is noted until now was named. What a message corrects stands in sealed bodies: of those before, nothing more is known.
ALTER TABLE facts.withdrawn
  ADD COLUMN named boolean NOT NULL DEFAULT true,
  ADD COLUMN taken_back boolean NOT NULL DEFAULT false,
  ADD COLUMN replaced boolean NOT NULL DEFAULT false;
SELECT access.grant_job('facts.withdrawn', 'pipeline', 'UPDATE');

-- How it was withdrawn, for whoever reads whom it names: an earlier correction stands again once a later is taken back.
ALTER TABLE facts.participant ADD COLUMN taken_back boolean NOT NULL DEFAULT false;
GRANT UPDATE (taken_back) ON facts.participant TO sl_job;
