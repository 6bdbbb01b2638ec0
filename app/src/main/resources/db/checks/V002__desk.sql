-- The desk that owes a call finds the check by the fact from which its clock runs, and reads why it was to ring.
ALTER TABLE checks.asked ADD COLUMN fact_id text;
CREATE INDEX asked_by_fact ON checks.asked (fact_id) WHERE fact_id IS NOT NULL;
SELECT access.grant_job('checks.cause', 'checker', 'SELECT');
