-- The job 'retention' finds whose period has ended, and whose an erased record was.
SELECT access.grant_job('identity.record', 'retention', 'SELECT');
SELECT access.grant_job('identity.person', 'retention', 'SELECT');
SELECT access.grant_job('identity.details', 'retention', 'SELECT');
