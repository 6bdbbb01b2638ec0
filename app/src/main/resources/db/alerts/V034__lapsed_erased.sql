-- Duties that lapsed end with the record under which they were recorded.
SELECT access.grant_job('alerts.lapsed_duty', 'pipeline', 'DELETE');
