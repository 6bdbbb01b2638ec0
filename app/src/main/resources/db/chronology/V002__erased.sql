-- How far readers have read a record ends with the record.
SELECT access.grant_job('chronology.looked', 'pipeline', 'SELECT, DELETE');
