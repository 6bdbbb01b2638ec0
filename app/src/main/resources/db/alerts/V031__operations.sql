-- The operator lists what is owed, by ids alone.
SELECT access.grant_job('alerts.duty', 'watch', 'SELECT');
SELECT access.grant_job('alerts.told', 'watch', 'SELECT');
