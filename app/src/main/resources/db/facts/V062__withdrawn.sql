-- That whoever sent an entry corrected it or took it back. What corrects it may name somebody else: whoever
-- asks for one whom the entry names learns of it here, and not by the correction.
ALTER TABLE facts.participant ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;
CREATE INDEX participant_withdrawn ON facts.participant (record_key) WHERE withdrawn;

GRANT UPDATE (withdrawn) ON facts.participant TO sl_job;
