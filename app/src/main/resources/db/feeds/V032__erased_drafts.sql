-- What somebody was writing about a person ends with that person's record.
SELECT access.grant_job('feeds.draft', 'pipeline', 'SELECT, DELETE');
