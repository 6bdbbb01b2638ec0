-- Whose message started a duty: what another agency owes because of it is owed to them.
ALTER TABLE alerts.duty
  ADD COLUMN started_by text GENERATED ALWAYS AS (split_part(content -> 'evidence' ->> 0, '/', 1)) STORED;
CREATE INDEX duty_started_by ON alerts.duty (started_by, due_at) WHERE state IN ('running', 'overdue');
SELECT access.grant_reader('alerts.duty', 'SELECT', 'started_by = (SELECT access.agency())');
