-- On most nights all who are due are due at one moment, midnight. They are taken in the order of their names, some at
-- a time: with the moment alone in the index, each batch sorted all who were still waiting.
CREATE INDEX subject_due ON alerts.subject (recheck_at, subject) WHERE recheck_at IS NOT NULL;
DROP INDEX alerts.subject_recheck;
