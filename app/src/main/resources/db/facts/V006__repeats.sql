-- A description that only says again what its sender said last of the same record: nothing follows
-- from it, so that the pipeline does not read it. It counts again once anybody speaks of what it repeats.
ALTER TABLE facts.participant ADD COLUMN repeats boolean NOT NULL DEFAULT false;

SELECT access.grant_job('facts.participant', 'pipeline', 'UPDATE');
SELECT access.grant_job('facts.fact', 'pipeline', 'UPDATE');
REVOKE UPDATE ON facts.participant, facts.fact FROM sl_job;
GRANT UPDATE (repeats) ON facts.participant TO sl_job;
GRANT UPDATE (occupies) ON facts.fact TO sl_job;
