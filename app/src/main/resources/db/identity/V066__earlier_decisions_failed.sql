-- Since when earlier decisions about mothers could not be taken up; no row while nothing fails.
CREATE TABLE identity.earlier_decision_failed (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  since timestamptz NOT NULL
);

SELECT access.guard_closed('identity.earlier_decision_failed');
SELECT access.grant_job('identity.earlier_decision_failed', 'pipeline', 'SELECT, INSERT, DELETE');
SELECT access.grant_job('identity.earlier_decision_failed', 'watch', 'SELECT');
