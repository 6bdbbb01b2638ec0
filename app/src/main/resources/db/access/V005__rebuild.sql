-- A rebuild compares who works with whom, and adds what is missing; what a person ended stays ended.
SELECT access.grant_job('access.relationship', 'rebuild', 'SELECT, INSERT');
